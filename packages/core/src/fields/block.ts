import { list, objectSpec, string, type Field, type FieldsOut } from "./field.ts";
import type { ObjectSpec, Presence } from "./spec.ts";

/** A kind of block, as data. */
export interface BlockKind<Kind extends string = string, Out = unknown> {
  readonly kind: Kind;
  readonly doc: string;
  readonly body: ObjectSpec;
  /** Fields beside the name that tell blocks of one name apart. */
  readonly identity: readonly string[];
  /** A facet belongs to the component of its name; others stand alone. */
  readonly facet: boolean;
  /** A short complete text that declares one. */
  readonly example?: string;
  readonly out?: Out;
}

type Fields = Readonly<Record<string, Field<unknown, Presence>>>;

/** Free names in a block's body, all of one type; the model holds them as a record in the field `into`. */
export interface Rest<Into extends string, Out> {
  readonly into: Into;
  readonly value: Field<Out, Presence>;
  /** An anchored regular expression for the names, and its meaning in words. */
  readonly pattern?: string;
  readonly expected?: string;
}

/** What a block of a kind is in the model. */
export type BlockOut<Kind extends string, F extends Fields, Into extends string, Out> = {
  readonly kind: Kind;
  readonly name: string;
} & FieldsOut<F> & {
    readonly [Name in Into]: Readonly<Record<string, Out>>;
  };

/** Declares a block kind: a table of typed fields, from which everything else about it is derived. */
export function block<
  const Kind extends string,
  const F extends Fields,
  const Into extends string = never,
  Out = never,
>(
  kind: Kind,
  doc: string,
  fields: F,
  more: {
    readonly identity?: readonly (keyof F & string)[];
    readonly facet?: boolean;
    readonly rest?: Rest<Into, Out>;
    /** A short complete text that declares one, for its page; it must compile as it stands. */
    readonly example?: string;
  } = {},
): BlockKind<Kind, BlockOut<Kind, F, Into, Out>> {
  const body = objectSpec(
    isTaken("targets", fields) ? fields : { ...fields, targets },
    more.rest ? { rest: { ...more.rest, value: more.rest.value.spec } } : {},
  );
  const { identity = [], facet = true, example } = more;
  return { kind, doc, body, identity, facet, ...(example !== undefined && { example }) };
}

/** On every kind that does not use the name otherwise. The line reads it: plugins never see a block that is not for them. */
const targets = list(string(), { min: 1 })
  .optional()
  .doc("The configured targets that this block is for; without it all that take its kind.")
  .fact();

function isTaken(key: string, fields: Fields): boolean {
  return Object.entries(fields).some(([name, { spec }]) => name === key || Object.hasOwn(spec.aliases ?? {}, key));
}
