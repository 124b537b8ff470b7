import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pluginProblems } from "../diagnostics/catalogue/plugins.ts";
import { crashes, type Host } from "../plugin/host.ts";
import { createModel, type AnyBlock } from "./model.ts";
import { originOf, spanOf, withOrigins, type Origin } from "./origin.ts";

/** Merges what plugins add to blocks of their own kinds; a field that is there already is a conflict. */
export function addFromPlugins(
  blocks: readonly AnyBlock[],
  host: Host,
  diagnostics: Diagnostic[],
): readonly AnyBlock[] {
  if (!host.hooks.normalize.isUsed()) return blocks;
  const model = createModel({ components: [], blocks, edges: [] });
  return blocks.map((block) => {
    const collected = host.hooks.normalize.collect({ block, model });
    diagnostics.push(...crashes("normalize", collected));
    return collected.answers.reduce(
      (known, { plugin, result }) => (result ? merge(known, plugin, result, host, diagnostics) : known),
      block,
    );
  });
}

function merge(block: AnyBlock, plugin: string, additions: object, host: Host, diagnostics: Diagnostic[]): AnyBlock {
  const place = `\`${block.kind} ${block.name}\``;
  if (host.kindOwners.get(block.kind) !== plugin) {
    diagnostics.push(pluginProblems.normalizeForeign({ plugin, block: place }).at(spanOf(block)));
    return block;
  }
  const conflict = Object.keys(additions).find((field) => Object.hasOwn(block, field));
  if (conflict !== undefined) {
    diagnostics.push(pluginProblems.normalizeConflict({ plugin, field: conflict, block: place }).at(spanOf(block)));
    return block;
  }
  const own = originOf(block);
  const origin: Origin = { kind: "decision", what: `added by plugin ${plugin}`, from: own ? [own] : [] };
  const added = Object.fromEntries(Object.keys(additions).map((field) => [field, origin]));
  return withOrigins({ ...block, ...additions }, block, added);
}
