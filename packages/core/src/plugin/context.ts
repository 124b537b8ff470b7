import type { BlockKinds } from "../blocks/index.gen.ts";
import { deadlines } from "../2-normalize/deadlines.ts";
import { componentOf, type AnyBlock, type Edge, type KindName, type Model } from "../2-normalize/model.ts";
import type { ValidateContext } from "./define-plugin.ts";
import type { Host, ReadyTarget } from "./host.ts";

/** What the plugins of one run see of the model, by the plugin's name. Blocks and edges are grouped once for all. */
export function createContexts(model: Model, host: Host): ReadonlyMap<string, ValidateContext<unknown>> {
  const all = [...model.components.flatMap((one) => one.facets), ...model.blocks];
  const byKind = Map.groupBy(all, (block) => block.kind);
  return new Map(host.targets.map((target) => [target.plugin.name, contextOf(target, model, byKind)]));
}

function contextOf(
  target: ReadyTarget,
  model: Model,
  byKind: ReadonlyMap<string, readonly AnyBlock[]>,
): ValidateContext<unknown> {
  const edges = model.edges.filter((edge) => edge.layers.some((layer) => layer.target === target.name));
  const reached = new Set(edges.map((edge) => edge.callee));
  const acts = (block: AnyBlock): boolean => {
    const support = target.plugin.support?.[block.kind as KindName];
    if (!support) return false;
    if (support.concerns) return reached.has(block.name);
    return target.components?.includes(block.name) ?? true;
  };
  return {
    model,
    target: { name: target.name, version: target.version, options: target.options },
    blocks: <K extends KindName>(kind: K) =>
      (byKind.get(kind) ?? []).filter((block): block is BlockKinds[K] => acts(block)),
    edges,
    owns: (edge: Edge, concern) => edge.owners[concern]?.target === target.name,
    deadlines: (edge: Edge) => {
      const callee = componentOf(model, edge.callee);
      if (!callee) throw new Error(`an edge to ${edge.callee}, which is no component`);
      return deadlines(edge, callee, target.name);
    },
  };
}
