import type { Span } from "../source/source-file.ts";
import type { AnyBlock } from "./model.ts";
import { originOf, originsOf, type Origin } from "./origin.ts";

/** One field that the user wrote: a leaf, or a list or object without typed fields inside. */
export interface WrittenField {
  readonly path: string;
  readonly span: Span;
  /** The names that lead to it, in the model's spelling, without list places and free names. */
  readonly names: readonly string[];
  /** The origins on the way: of the block, of each group, of the field itself. */
  readonly chain: readonly Origin[];
  /** What stands in a group that is written without anything in it, `retry: {}`: its unwritten fields. Absent for any other. */
  readonly unwritten?: readonly WrittenField[];
}

/** All written fields of a block, in the order of the model. */
export function writtenFields(block: AnyBlock): readonly WrittenField[] {
  const own = originOf(block);
  return inside(block, own ? [own] : [], [], isWritten);
}

function inside(
  container: object,
  chain: readonly Origin[],
  names: readonly string[],
  counts: (origin: Origin) => boolean,
): readonly WrittenField[] {
  const values = container as Readonly<Record<string, unknown>>;
  return Object.entries(originsOf(container) ?? {}).flatMap(([name, origin]) => {
    if (name === "" || origin.kind === "decision" || !counts(origin)) return [];
    const value = values[name];
    const further = Array.isArray(container) ? names : [...names, name];
    const field: WrittenField = { path: origin.path, span: origin.span, names: further, chain: [...chain, origin] };
    if (!isGroup(value)) return [field];
    const deeper = inside(value, field.chain, further, counts);
    if (deeper.length === 0) return [{ ...field, unwritten: inside(value, field.chain, further, isUnwritten) }];
    // A value that stands for a group was written as the group, so that is what the user calls it.
    return deeper.map((one) => (sameSpan(one.span, origin.span) ? { ...one, path: origin.path } : one));
  });
}

function isWritten({ kind }: Origin): boolean {
  return kind === "written";
}

function isUnwritten({ kind }: Origin): boolean {
  return kind === "default";
}

/** Objects and records have fields of their own; so has a list of objects, while a list of plain values is one field. */
function isGroup(value: unknown): value is object {
  if (typeof value !== "object" || value === null || !originsOf(value)) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === "object");
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end && one.file === other.file;
}
