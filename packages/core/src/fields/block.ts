import { objectSpec, type Field, type FieldsOut } from "./field.ts";
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
  readonly out?: Out;
}

type Fields = Readonly<Record<string, Field<unknown, Presence>>>;

/** Declares a block kind: a table of typed fields, from which everything else about it is derived. */
export function block<const Kind extends string, const F extends Fields>(
  kind: Kind,
  doc: string,
  fields: F,
  rest: { readonly identity?: readonly (keyof F & string)[]; readonly facet?: boolean } = {},
): BlockKind<Kind, { readonly kind: Kind; readonly name: string } & FieldsOut<F>> {
  return { kind, doc, body: objectSpec(fields), identity: rest.identity ?? [], facet: rest.facet ?? true };
}
