import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import type { Host } from "../plugin/host.ts";
import type { Json } from "../fields/field.ts";
import { createModel, type AnyBlock } from "./model.ts";
import { originOf, spanOf, withOrigins, type Origin } from "./origin.ts";

/** Merges what plugins add to blocks of their own kinds; a field that is there already is a conflict. */
export function addFromPlugins(
  blocks: readonly AnyBlock[],
  host: Host,
  diagnostics: Diagnostic[],
): readonly AnyBlock[] {
  if (!host.hooks.normalize.isUsed()) return blocks;
  const model = createModel({ components: [], blocks: Object.freeze([...blocks]), edges: [] });
  return blocks.map((block) => {
    const collected = host.hooks.normalize.collect({ block, model });
    diagnostics.push(...host.crashes("normalize", collected));
    return collected.answers.reduce(
      (known, { name, result }) => (result ? merge(known, name, result, host, diagnostics) : known),
      block,
    );
  });
}

function merge(block: AnyBlock, plugin: string, result: Additions, host: Host, diagnostics: Diagnostic[]): AnyBlock {
  const place = `\`${block.kind} ${block.name}\``;
  if (host.kindOwners.get(block.kind) !== plugin) {
    diagnostics.push(pluginProblems.normalizeForeign({ plugin, block: place }).at(spanOf(block)));
    return block;
  }
  const additions = Object.entries(result).filter(([, value]) => value !== undefined);
  const conflict = additions.find(([field]) => Object.hasOwn(block, field));
  if (conflict) {
    diagnostics.push(pluginProblems.normalizeConflict({ plugin, field: conflict[0], block: place }).at(spanOf(block)));
    return block;
  }
  const strange = additions.find(([, value]) => !isJson(value));
  if (strange) {
    diagnostics.push(pluginProblems.normalizeStrange({ plugin, field: strange[0], block: place }).at(spanOf(block)));
    return block;
  }
  const own = originOf(block);
  const origin: Origin = { kind: "decision", what: `added by plugin ${plugin}`, from: own ? [own] : [] };
  const added = Object.fromEntries(additions.map(([field]) => [field, origin]));
  // The plugin keeps its own copy: what it does with that later does not reach the model.
  const values = Object.fromEntries(additions.map(([field, value]) => [field, frozenCopy(value)]));
  return withOrigins({ ...block, ...values }, block, added);
}

type Additions = Readonly<Record<string, unknown>>;

/** Deeper than this nothing in a model is. */
const deepest = 100;

function isJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth > deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === null || prototype === Object.prototype) &&
    Object.values(value).every((item) => isJson(item, depth + 1))
  );
}

function frozenCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy));
  return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, frozenCopy(one)])));
}
