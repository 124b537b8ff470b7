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
}

/** All written fields of a block, in the order of the model. */
export function writtenFields(block: AnyBlock): readonly WrittenField[] {
  const own = originOf(block);
  return inside(block, own ? [own] : [], []);
}

function inside(container: object, chain: readonly Origin[], names: readonly string[]): readonly WrittenField[] {
  const values = container as Readonly<Record<string, unknown>>;
  return Object.entries(originsOf(container) ?? {}).flatMap(([name, origin]) => {
    if (name === "" || origin.kind !== "written") return [];
    const value = values[name];
    const path = [...chain, origin];
    const further = Array.isArray(container) ? names : [...names, name];
    const deeper = isGroup(value) ? inside(value, path, further) : [];
    if (deeper.length === 0) return [{ path: origin.path, span: origin.span, names: further, chain: path }];
    // A value that stands for a group was written as the group, so that is what the user calls it.
    return deeper.map((field) => (sameSpan(field.span, origin.span) ? { ...field, path: origin.path } : field));
  });
}

/** Objects and records have fields of their own; so has a list of objects, while a list of plain values is one field. */
function isGroup(value: unknown): value is object {
  if (typeof value !== "object" || value === null || !originsOf(value)) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === "object");
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end && one.file === other.file;
}
