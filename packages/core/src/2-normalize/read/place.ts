import type { Placement, Problem } from "../../diagnostics/define.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DurationUnit, FieldSpec, TypeSpec } from "../../fields/spec.ts";
import type { Name, ValueNode } from "../../1-parse/syntax.ts";
import type { Span } from "../../source/source-file.ts";
import { nowhere, type Origin } from "../origin.ts";
import { shown } from "./describe.ts";

/** Where the value that is being read stands, and what reading it needs. */
export interface Place {
  readonly origin: Exclude<Origin, { readonly kind: "decision" }>;
  /** The last step of the path, for messages: `weight`, `servers[2]`. */
  readonly name: string;
  /** How many lists and groups are around it. */
  readonly depth: number;
  readonly run: Run;
  /** The unit of a bare number, where the key says it. */
  readonly bare?: DurationUnit | undefined;
}

/** One reading. What unwritten fields hold is read once for all blocks that share `defaults`. */
export interface Run {
  readonly report: (diagnostic: Diagnostic) => void;
  readonly defaults: Defaults;
}

/** The values of unwritten fields, where they are no containers. */
export type Defaults = Map<FieldSpec, unknown>;

/** Reads a value as its type says; `undefined` when it cannot be read, which has been reported then. */
export type Read = (node: ValueNode, type: TypeSpec, place: Place) => unknown;

/** Where a whole begins: a block, a target's options. */
export function root(path: string, name: string, key: Span, run: Run, doc?: string): Place {
  const told = doc === undefined ? {} : { doc };
  return { origin: { kind: "written", path, span: key, key, ...told }, name, depth: 0, run };
}

interface Inside {
  readonly bare?: DurationUnit | undefined;
  readonly shownAs?: string | undefined;
  readonly doc?: string | undefined;
}

/** The place of a field or entry that is written inside. */
export function inside(place: Place, key: Name, value: ValueNode, { bare, shownAs, doc }: Inside = {}): Place {
  const found = whether(place, step(key.text), value.span, key.span);
  const origin = doc === undefined || found.kind !== "written" ? found : { ...found, doc };
  return { origin, name: shownAs ?? shown(key.text), depth: place.depth + 1, run: place.run, bare };
}

/** The place of a list's item. */
export function itemOf(place: Place, index: number, value: ValueNode): Place {
  const suffix = `[${index}]`;
  const origin = whether(place, suffix, value.span, opening(value));
  return { origin, name: place.name + suffix, depth: place.depth + 1, run: place.run };
}

/** The place of a field that is not written. */
export function unwritten(place: Place, field: string): Place {
  const origin: Origin = { kind: "default", path: place.origin.path + step(field), span: keyOf(place) };
  return { origin, name: field, depth: place.depth + 1, run: place.run };
}

/** The key of the value, or what stands for it. */
export function keyOf({ origin }: Place): Span {
  return origin.kind === "written" ? origin.key : origin.span;
}

/** Reports a problem. Only what was written can be repaired by an edit. */
export function report(place: Place, problem: Problem, span: Span, { fixes, ...extra }: Placement = {}): undefined {
  const isEditable = fixes !== undefined && place.origin.kind === "written" && span !== nowhere;
  place.run.report(problem.at(span === nowhere ? undefined : span, isEditable ? { ...extra, fixes } : extra));
}

function whether({ origin }: Place, suffix: string, span: Span, key: Span): Place["origin"] {
  const path = origin.path + suffix;
  return origin.kind === "written"
    ? { kind: "written", path, span, key }
    : { kind: "default", path, span: origin.span };
}

/** Of a group of fields only its brace is shown: it may be long. */
function opening({ type, span }: ValueNode): Span {
  return (type === "object" || type === "list") && span !== nowhere
    ? { ...span, end: Math.min(span.end, span.start + 1) }
    : span;
}

function step(key: string): string {
  return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
