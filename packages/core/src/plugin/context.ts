import type { BlockKinds } from "../blocks/index.gen.ts";
import { deadlines } from "../2-normalize/deadlines.ts";
import { componentOf, isFor, type AnyBlock, type Edge, type KindName, type Model } from "../2-normalize/model.ts";
import type { ValidateContext } from "./contexts.ts";
import type { Host, ReadyTarget } from "./host.ts";

/** What the targets of one run see of the model, and the plugins that are none, by name. Blocks are grouped once for all. */
export function createContexts(
  model: Model,
  host: Pick<Host, "targets" | "guests">,
): ReadonlyMap<string, ValidateContext<unknown>> {
  const all = [...model.components.flatMap((one) => one.facets), ...model.blocks];
  const byKind = Map.groupBy(all, (block) => block.kind);
  const edgesOf = (target: ReadyTarget): readonly Edge[] =>
    model.edges.filter((edge) => edge.layers.some((layer) => layer.target === target.name));
  const everything = (): boolean => true;
  return new Map([
    ...host.guests.map((guest) => [guest.name, contextOf(guest, model, byKind, model.edges, everything)] as const),
    ...host.targets.map((target) => {
      const edges = edgesOf(target);
      return [target.name, contextOf(target, model, byKind, edges, actsOn(target, edges))] as const;
    }),
  ]);
}

/** A policy is lowered where an edge leads to it, any other block where the target is for its component. */
function actsOn(target: ReadyTarget, edges: readonly Edge[]): (block: AnyBlock) => boolean {
  const reached = new Set(edges.map((edge) => edge.callee));
  return (block) => {
    if (!target.plugin.support?.[block.kind as KindName] || !isFor(block, target.name)) return false;
    if (block.kind === "fault_tolerance") return reached.has(block.name);
    return target.components?.includes(block.name) ?? true;
  };
}

function contextOf(
  target: ReadyTarget,
  model: Model,
  byKind: ReadonlyMap<string, readonly AnyBlock[]>,
  edges: readonly Edge[],
  acts: (block: AnyBlock) => boolean,
): ValidateContext<unknown> {
  // A target asks for the same kind again for each of its blocks.
  const known = new Map<string, readonly AnyBlock[]>();
  const blocksOf = (kind: string): readonly AnyBlock[] => {
    const blocks = known.get(kind) ?? Object.freeze((byKind.get(kind) ?? []).filter(acts));
    known.set(kind, blocks);
    return blocks;
  };
  return {
    model,
    target: { name: target.name, version: target.version, options: target.options },
    blocks: <K extends KindName>(kind: K) => blocksOf(kind) as readonly BlockKinds[K][],
    edges,
    owns: (edge: Edge, concern) => edge.owners[concern]?.target === target.name,
    deadlines: (edge: Edge) => {
      const callee = componentOf(model, edge.callee);
      if (!callee) throw new Error(`an edge to ${edge.callee}, which is no component`);
      return deadlines(edge, callee, target.name);
    },
  };
}
