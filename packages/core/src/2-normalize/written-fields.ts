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

/** A group of which the user wrote a part: the block itself, or an object in it; and what was left to the defaults. */
export interface PartlyWritten extends Omit<WrittenField, "names" | "unwritten"> {
  readonly unwritten: readonly WrittenField[];
}

/** Every group of a block that has both written and unwritten fields, the block first. */
export function partlyWritten(block: AnyBlock): readonly PartlyWritten[] {
  const own = originOf(block);
  return own?.kind === "written" ? groupsOf(block, own.key, [own], []) : [];
}

function groupsOf(
  container: object,
  span: Span,
  chain: readonly Origin[],
  names: readonly string[],
): readonly PartlyWritten[] {
  const own = chain.at(-1);
  const values = container as Readonly<Record<string, unknown>>;
  const groups = Object.entries(originsOf(container) ?? {}).flatMap(([name, origin]) => {
    const value = values[name];
    if (name === "" || origin.kind !== "written" || !isGroup(value)) return [];
    if (inside(value, [], [], isWritten).length === 0) return [];
    const further = Array.isArray(container) ? names : [...names, name];
    return groupsOf(value, origin.key, [...chain, origin], further);
  });
  const unwritten = inside(container, chain, names, isUnwritten);
  if (unwritten.length === 0 || own?.kind !== "written") return groups;
  return [{ path: own.path, span, chain, unwritten }, ...groups];
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
    if (name === "" || origin.kind === "decision" || asksNobody(origin) || !counts(origin)) return [];
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

/** A fact, and what is only for one target: that is counted on its own. */
function asksNobody(origin: Exclude<Origin, { readonly kind: "decision" }>): boolean {
  return origin.fact === true || (origin.kind === "written" && origin.raw === true);
}

/** Every value that a block has for one target only, by the target's name. */
export function writtenRaw(block: AnyBlock): ReadonlyMap<string, readonly WrittenField[]> {
  const origin = originOf(block, "raw");
  if (origin?.kind !== "written" || origin.raw !== true) return new Map();
  const { raw } = block as AnyBlock & { readonly raw: object };
  const targets = Object.entries(originsOf(raw) ?? {}).filter(([target]) => target !== "");
  const values = raw as Readonly<Record<string, object>>;
  return new Map(
    targets.map(([target, whole]) => [target, inside(values[target] ?? {}, [whole], [target], isWritten)] as const),
  );
}

function isWritten({ kind }: Origin): boolean {
  return kind === "written";
}

function isUnwritten({ kind }: Origin): boolean {
  return kind === "default";
}

/** Objects and records have fields of their own; so has a list of objects, while a list of plain values is one field. */
export function isGroup(value: unknown): value is object {
  if (typeof value !== "object" || value === null || !originsOf(value)) return false;
  return !Array.isArray(value) || value.some((item) => typeof item === "object");
}

function sameSpan(one: Span, other: Span): boolean {
  return one.start === other.start && one.end === other.end && one.file === other.file;
}
