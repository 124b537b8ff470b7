import type { DurationUnit, EnumSpec, FieldSpec, Literal, ObjectSpec, Presence, RestSpec, TypeSpec } from "./spec.ts";

/** A field under construction. `Out` is what the model holds; it exists for the compiler only. */
export interface Field<Out, P extends Presence = "required"> {
  readonly spec: FieldSpec;
  readonly out?: Out;
  readonly presence?: P;
  /** The field may be absent, and is then `undefined` in the model. */
  readonly optional: () => Field<Out, "optional">;
  /** The value when nothing is written, in the language's own notation. */
  readonly default: (value: Literal) => Field<Out, "defaulted">;
  /** One sentence for the user, ending with a full stop. */
  readonly doc: (text: string) => Field<Out, P>;
  /** Further keys for the same field; a unit makes bare numbers there durations of that unit. */
  readonly also: (aliases: Readonly<Record<string, DurationUnit | "">>) => Field<Out, P>;
  /** A fact: rules read it, no target has to express it. */
  readonly fact: () => Field<Fact<Out>, P>;
}

declare const factual: unique symbol;
/** What a field holds that is a fact; the mark exists for the compiler only. */
export type Fact<Out> = Out & { readonly [factual]: true };
/** What every fact is. */
export type AnyFact = { readonly [factual]: true };

/** An enumeration: values may be given other spellings, and an open one takes names that it does not know. */
export interface EnumField<Value extends string> extends Field<Value> {
  readonly alias: (aliases: Readonly<Record<string, Value>>) => EnumField<Value>;
  readonly open: () => Field<string>;
}

type Fields = Readonly<Record<string, Field<unknown, Presence>>>;
export type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;
type Simplify<T> = { [K in keyof T]: T[K] };
type OutOf<F> = F extends Field<infer Out, Presence> ? Out : never;
type OptionalKeys<F extends Fields> = { [K in keyof F]: F[K] extends Field<unknown, "optional"> ? K : never }[keyof F];

/** The model's type of a table of fields: keys in camelCase, optional fields may be missing. */
export type FieldsOut<F extends Fields> = Simplify<
  { readonly [K in Exclude<keyof F, OptionalKeys<F>> & string as Camel<K>]: OutOf<F[K]> } & {
    readonly [K in OptionalKeys<F> & string as Camel<K>]?: OutOf<F[K]> | undefined;
  }
>;

/** What a field's value is in the model. */
export type Infer<T> = T extends { readonly out?: infer Out } ? Exclude<Out, undefined> : never;

/** A class, since a vocabulary makes thousands of these in every run, and none of their methods may cost anything. */
class FieldBuilder<Out, P extends Presence> implements Field<Out, P> {
  readonly spec: FieldSpec;
  constructor(spec: FieldSpec) {
    this.spec = spec;
  }
  optional(): Field<Out, "optional"> {
    const { default: _, ...spec } = this.spec;
    return new FieldBuilder({ ...spec, presence: "optional" });
  }
  default(value: Literal): Field<Out, "defaulted"> {
    return new FieldBuilder({ ...this.spec, presence: "defaulted", default: value });
  }
  doc(doc: string): Field<Out, P> {
    return new FieldBuilder({ ...this.spec, doc });
  }
  also(aliases: Readonly<Record<string, DurationUnit | "">>): Field<Out, P> {
    return new FieldBuilder({ ...this.spec, aliases: { ...this.spec.aliases, ...aliases } });
  }
  fact(): Field<Fact<Out>, P> {
    return new FieldBuilder({ ...this.spec, fact: true });
  }
}

class EnumBuilder<Value extends string> extends FieldBuilder<Value, "required"> implements EnumField<Value> {
  readonly #type: EnumSpec;
  constructor(type: EnumSpec) {
    super({ of: type, presence: "required" });
    this.#type = type;
  }
  alias(aliases: Readonly<Record<string, Value>>): EnumField<Value> {
    return new EnumBuilder({ ...this.#type, aliases: { ...this.#type.aliases, ...aliases } });
  }
  open(): Field<string> {
    return of<string>({ ...this.#type, open: true });
  }
}

const of = <Out>(type: TypeSpec): Field<Out> => new FieldBuilder({ of: type, presence: "required" });

/** Text. `pattern` is an anchored regular expression, `expected` says it in words. */
export const string = (limits: { readonly pattern?: string; readonly expected?: string } = {}): Field<string> =>
  of({ type: "string", ...limits });
/** Text, or a reference to what whoever runs the system supplies. */
export const suppliable = (): Field<string | Supplied> => of({ type: "string", supplied: true });
export const boolean = (): Field<boolean> => of({ type: "boolean" });
export const integer = (
  limits: { readonly min?: number; readonly max?: number; readonly quoted?: boolean } = {},
): Field<number> => of({ type: "integer", ...limits });
export const number = (limits: { readonly min?: number; readonly max?: number } = {}): Field<number> =>
  of({ type: "number", ...limits });
/** Microseconds. Limits are microseconds too. */
export const duration = (
  limits: { readonly min?: number; readonly max?: number; readonly bare?: DurationUnit } = {},
): Field<number> => of({ type: "duration", ...limits });
/** Bytes. */
export const size = (limits: { readonly min?: number; readonly max?: number } = {}): Field<number> =>
  of({ type: "size", ...limits });
/** A share in 0..1; with `above` more than 1 is taken too (an increase of `"150%"`). */
export const ratio = (limits: { readonly percentOnly?: boolean; readonly above?: boolean } = {}): Field<number> =>
  of({ type: "ratio", ...limits });
export const rate = (): Field<Rate> => of({ type: "rate" });
/** Thousandths of a CPU. */
export const cpu = (): Field<number> => of({ type: "cpu" });
/** A TCP port. */
export const port = (): Field<number> => integer({ min: 1, max: 65_535 });
export const json = (): Field<Json> => of({ type: "json" });
export const reference = (...kinds: readonly string[]): Field<string> =>
  of(kinds.length > 0 ? { type: "reference", kinds } : { type: "reference" });

/** One of the named values; each comes with its meaning. */
export function oneOf<const Values extends Readonly<Record<string, string>>>(
  values: Values,
): EnumField<keyof Values & string> {
  return new EnumBuilder({ type: "enum", values, aliases: {} });
}

/** A list; a single value written without brackets is not taken. */
export const list = <Out>(item: Field<Out, Presence>, limits: { readonly min?: number } = {}): Field<readonly Out[]> =>
  of({ type: "list", item: item.spec, ...limits });

/** Free names with values of one type. */
export const record = <Out>(value: Field<Out, Presence>): Field<Readonly<Record<string, Out>>> =>
  of({ type: "record", value: value.spec });

interface Short<Name extends string> {
  readonly shorthand?: readonly Name[];
  readonly text?: string;
  readonly expected?: string;
}

/** A group of fields. `shorthand` names the fields that a plain value may stand for; `text` reads a string into named groups. */
export const object = <const F extends Fields>(fields: F, short: Short<keyof F & string> = {}): Field<FieldsOut<F>> =>
  of(objectSpec(fields, short));

/** One of several groups of fields; the field `tag` names the group and is part of it. */
export function variant<const Tag extends string, const V extends Readonly<Record<string, Fields>>>(
  tag: Tag,
  variants: V,
): Field<VariantOut<Tag, V>> {
  const specs = Object.entries(variants).map(([name, fields]) => [
    name,
    objectSpec({ [tag]: oneOf({ [name]: "" }), ...fields }),
  ]);
  return of({ type: "variant", tag, variants: Object.fromEntries(specs) });
}

type VariantOut<Tag extends string, V extends Readonly<Record<string, Fields>>> = {
  [Name in keyof V & string]: Simplify<{ readonly [T in Tag as Camel<T>]: Name } & FieldsOut<V[Name]>>;
}[keyof V & string];

/** The same fields, none of which has to be written and none of which has a default. */
export function partial<const F extends Fields>(fields: F): Partially<F> {
  return Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, one.optional()])) as Partially<F>;
}

type Partially<F extends Fields> = { readonly [K in keyof F]: Field<OutOf<F[K]>, "optional"> };

/** The data of a table of fields. A duration `x` can be written `x_seconds: 30` or `x_ms: 5` too. */
export function objectSpec(fields: Fields, more: Short<string> & { readonly rest?: RestSpec } = {}): ObjectSpec {
  const specs = Object.entries(fields).map(
    ([key, { spec }]) => [key, spec.of.type === "duration" ? withSuffixes(key, spec, fields) : spec] as const,
  );
  const model = specs.map(([key]) => [key, camel(key)]);
  return { type: "object", fields: Object.fromEntries(specs), model: Object.fromEntries(model), ...more };
}

function camel(key: string): string {
  return key.includes("_") ? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : key;
}

function withSuffixes(key: string, spec: FieldSpec, fields: Fields): FieldSpec {
  const suffixed = { [`${key}_seconds`]: "s", [`${key}_ms`]: "ms" } as const;
  const free = Object.fromEntries(Object.entries(suffixed).filter(([name]) => !Object.hasOwn(fields, name)));
  return { ...spec, aliases: { ...free, ...spec.aliases } };
}

/** A value that is not in the model: a variable of the environment, or a key of a store of secrets, as `store/key`. */
export interface Supplied {
  readonly from: "env" | "secret";
  readonly name: string;
}

/** Whether a value of a field that may be supplied is. */
export function isSupplied(value: string | Supplied): value is Supplied {
  return typeof value === "object";
}

/** So many per so long; `per` is in microseconds. */
export interface Rate {
  readonly count: number;
  readonly per: number;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
