import { keySpanOf, leavesOf, type AnyBlock, type Leaf, type Model, type SourceFile, type Span } from "@dpm/core";

/** What is written on one side. */
export interface WrittenSide {
  /** As the source has it, in one line; absent for a default. */
  readonly text?: string;
  readonly span?: Span;
}

/** A value, or a whole block, that is not what it was. */
export interface FieldChange {
  readonly path: string;
  /** Absent on the side where the field, or the block, is not. */
  readonly before?: WrittenSide;
  readonly after?: WrittenSide;
  readonly isBlock?: true;
}

export interface Side {
  readonly model: Model;
  readonly sources: readonly SourceFile[];
}

/** What differs between two models, value by value: how it is written does not count, and a default is a value too. */
export function fieldChanges(before: Side, after: Side): readonly FieldChange[] {
  const [old, now] = [blocksOf(before.model), blocksOf(after.model)];
  const keys = [...new Set([...now.keys(), ...old.keys()])];
  return keys.flatMap((key): readonly FieldChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    if (was && is) return changesIn(leaves(was, before.sources), leaves(is, after.sources));
    const only = is ?? was;
    if (!only) return [];
    const span = keySpanOf(only);
    const side: WrittenSide = span ? { span } : {};
    return [{ path: `${only.kind} ${only.name}`, isBlock: true, ...(is ? { after: side } : { before: side }) }];
  });
}

/** By kind and name; several of them in their order. */
function blocksOf({ components, blocks }: Model): ReadonlyMap<string, AnyBlock> {
  const all = [...components.flatMap((one) => one.facets), ...blocks];
  const groups = Map.groupBy(all, ({ kind, name }) => `${kind} ${name}`);
  return new Map([...groups].flatMap(([key, same]) => same.map((one, index) => [`${key} ${index}`, one] as const)));
}

interface Written {
  readonly value: string;
  readonly side: WrittenSide;
}

function changesIn(before: ReadonlyMap<string, Written>, after: ReadonlyMap<string, Written>): readonly FieldChange[] {
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was?.value === is?.value) return [];
    // A default that appears or goes with its group is nothing that anybody changed.
    if ((!was && !is?.side.span) || (!is && !was?.side.span)) return [];
    return [{ path, ...(was && { before: was.side }), ...(is && { after: is.side }) }];
  });
}

function leaves(block: AnyBlock, sources: readonly SourceFile[]): ReadonlyMap<string, Written> {
  return new Map(
    leavesOf(block).map((leaf) => [
      leaf.path,
      { value: JSON.stringify(leaf.value) ?? "", side: sideOf(leaf, sources) },
    ]),
  );
}

/** Longer values are cut: what is changed in them is seen in the source. */
const longest = 60;

function sideOf({ span }: Leaf, sources: readonly SourceFile[]): WrittenSide {
  if (!span) return {};
  const { file, start, end } = span.definition ?? span;
  const source = sources.find(({ name }) => name === file)?.text.slice(start, end) ?? "";
  const line = source.replace(/\s+/g, " ");
  return { text: line.length > longest ? `${line.slice(0, longest).toWellFormed()}…` : line, span };
}
