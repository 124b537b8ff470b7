import type { DurationUnit, FieldSpec, Literal, ObjectSpec, Presence, TypeSpec } from "./spec.ts";

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
}

/** An enumeration: values may be given other spellings. */
export interface EnumField<Value extends string> extends Field<Value> {
  readonly alias: (aliases: Readonly<Record<string, Value>>) => Field<Value>;
}

type Fields = Readonly<Record<string, Field<unknown, Presence>>>;
export type Camel<Name extends string> = Name extends `${infer Head}_${infer Rest}` ? `${Head}${Capitalize<Camel<Rest>>}` : Name;
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

function field<Out>(spec: FieldSpec): Field<Out, never> {
  const change = <P extends Presence>(more: Partial<FieldSpec>): Field<Out, P> => field<Out>({ ...spec, ...more });
  return {
    spec,
    optional: () => change<"optional">({ presence: "optional" }),
    default: (value) => change<"defaulted">({ presence: "defaulted", default: value }),
    doc: (doc) => change<never>({ doc }),
    also: (aliases) => change<never>({ aliases: { ...spec.aliases, ...aliases } }),
  };
}

const of = <Out>(type: TypeSpec): Field<Out> => field<Out>({ of: type, presence: "required" });

/** Text. `pattern` is an anchored regular expression, `expected` says it in words. */
export const string = (limits: { readonly pattern?: string; readonly expected?: string } = {}): Field<string> =>
  of({ type: "string", ...limits });
export const boolean = (): Field<boolean> => of({ type: "boolean" });
export const integer = (limits: { readonly min?: number; readonly max?: number } = {}): Field<number> =>
  of({ type: "integer", ...limits });
export const number = (limits: { readonly min?: number; readonly max?: number } = {}): Field<number> =>
  of({ type: "number", ...limits });
/** Microseconds. Limits are microseconds too. */
export const duration = (limits: { readonly min?: number; readonly max?: number; readonly bare?: DurationUnit } = {}): Field<number> =>
  of({ type: "duration", ...limits });
/** Bytes. */
export const size = (): Field<number> => of({ type: "size" });
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
export function oneOf<const Values extends Readonly<Record<string, string>>>(values: Values): EnumField<keyof Values & string> {
  type Value = keyof Values & string;
  const withAliases = (aliases: Readonly<Record<string, string>>): Field<Value> => of({ type: "enum", values, aliases });
  return { ...withAliases({}), alias: withAliases };
}

/** A list; a single value written without brackets is not taken. */
export const list = <Out>(item: Field<Out, Presence>, limits: { readonly min?: number } = {}): Field<readonly Out[]> =>
  of({ type: "list", item: item.spec, ...limits });

/** Free names with values of one type. */
export const record = <Out>(value: Field<Out, Presence>): Field<Readonly<Record<string, Out>>> =>
  of({ type: "record", value: value.spec });

/** A group of fields. `shorthand` names the fields that a plain value may stand for; `text` reads a string into named groups. */
export const object = <const F extends Fields>(
  fields: F,
  short: { readonly shorthand?: readonly (keyof F & string)[]; readonly text?: string } = {},
): Field<FieldsOut<F>> => of(objectSpec(fields, short));

/** The data of a table of fields. */
export function objectSpec(fields: Fields, short: { readonly shorthand?: readonly string[]; readonly text?: string } = {}): ObjectSpec {
  return { type: "object", fields: Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, one.spec])), ...short };
}

/** So many per so long; `per` is in microseconds. */
export interface Rate {
  readonly count: number;
  readonly per: number;
}

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
