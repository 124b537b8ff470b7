import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { suggest } from "../diagnostics/suggest.ts";
import type { BlockKind } from "../fields/block.ts";
import type { TypeSpec } from "../fields/spec.ts";
import type { Span } from "../source/source-file.ts";
import type { AnyBlock } from "./model.ts";
import { resolve, type NameIndex } from "./names.ts";
import { spanOf } from "./origin.ts";

/** Calls make edges, and a pattern's owner must have a block of one kind: who reads these says what is wrong with them. */
const readElsewhere: readonly string[] = ["calls", "patterns"];

/** Every name of a component that stands as a value, but in `calls` and `patterns`, should be one component's. */
export function checkReferences(
  blocks: readonly AnyBlock[],
  kinds: ReadonlyMap<string, BlockKind>,
  names: NameIndex,
): readonly Diagnostic[] {
  return blocks.flatMap((block) => {
    const type = kinds.get(block.kind)?.body;
    return type ? referencesIn(block, type).flatMap((one) => unclear(one, names)) : [];
  });
}

interface Reference {
  readonly name: string;
  readonly span: Span | undefined;
}

function unclear({ name, span }: Reference, names: NameIndex): readonly Diagnostic[] {
  const found = resolve(name, names);
  if (found.length === 1) return [];
  if (found.length > 1) {
    const candidates = found.map((one) => `\`${one}\``).join(" or ");
    return [modelProblems.ambiguousReference({ name, candidates }).at(span)];
  }
  const near = suggest(name, names.exact);
  const help = near === undefined ? "declare" : "write";
  return [modelProblems.undefinedComponent({ name, near: near ?? "" }).at(span, { help })];
}

function referencesIn(container: object, type: TypeSpec): readonly Reference[] {
  const values = container as Readonly<Record<string, unknown>>;
  const inside = (field: string, spec: TypeSpec): readonly Reference[] => {
    const value = values[field];
    if (spec.type === "reference")
      return typeof value === "string" ? [{ name: value, span: spanOf(container, field) }] : [];
    return typeof value === "object" && value !== null ? referencesIn(value, spec) : [];
  };
  if (type.type === "list") return Object.keys(container).flatMap((place) => inside(place, type.item.of));
  if (type.type === "record") return Object.keys(container).flatMap((name) => inside(name, type.value.of));
  if (type.type !== "object") return [];
  return Object.entries(type.fields)
    .filter(([name]) => !readElsewhere.includes(name))
    .flatMap(([name, spec]) => inside(type.model[name] ?? name, spec.of));
}
