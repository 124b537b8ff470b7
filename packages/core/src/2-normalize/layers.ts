import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { ReadyTarget } from "../plugin/host.ts";
import type { Span } from "../source/source-file.ts";
import { facet, isFor, type Component, type Edge, type EdgeLayer, type Layer } from "./model.ts";
import { spanOf } from "./origin.ts";

/** The layers that can own a concern, from the nearest to the callee's code outwards. */
export const nearest: readonly Layer[] = ["in_process", "rpc", "mesh", "gateway"];

/** An edge as it is declared, before it is known who acts on it. */
export interface Way {
  readonly from: Edge["from"];
  readonly caller?: Component;
  readonly callee: Component;
  /** Where the call is declared. */
  readonly span?: Span | undefined;
}

/** The targets that act on an edge, outermost first; of targets of one layer, which are alternatives, the first configured. */
export function layersOf(way: Way, targets: readonly ReadyTarget[]): readonly EdgeLayer[] {
  const acting = Map.groupBy(actingOn(way, targets), (one) => one.layer);
  // A gateway's call reaches the callee's process last; a service's call leaves its own process first.
  const order = way.from === "service" ? nearest : nearest.toReversed();
  return order.flatMap((layer) => acting.get(layer)?.slice(0, 1) ?? []);
}

/** Targets of one layer are alternatives: where two act on one edge, the second would be without effect in silence. */
export function sameLayers(ways: readonly Way[], targets: readonly ReadyTarget[]): readonly Diagnostic[] {
  const found = new Map<string, { readonly params: Pair; readonly callees: Set<Component> }>();
  for (const way of ways) {
    for (const [layer, [first, ...others]] of Map.groupBy(actingOn(way, targets), (one) => one.layer)) {
      for (const second of first ? others : []) {
        const params = { layer, first: first?.target ?? "", second: second.target };
        const key = JSON.stringify(params);
        const known = found.get(key);
        if (known) known.callees.add(way.callee);
        else found.set(key, { params, callees: new Set([way.callee]) });
      }
    }
  }
  return [...found.values()].map(({ params, callees }) => {
    const [one] = callees;
    const block = one && facet(one, "fault_tolerance");
    const components = [...callees].map(({ name }) => `\`${name}\``);
    return modelProblems.sameLayer({ ...params, components }).at(block && spanOf(block));
  });
}

interface Pair {
  readonly layer: Layer;
  readonly first: string;
  readonly second: string;
}

function actingOn(way: Way, targets: readonly ReadyTarget[]): readonly EdgeLayer[] {
  const block = facet(way.callee, "fault_tolerance");
  if (!block) return [];
  return targets.flatMap((target) => {
    const policy = target.plugin.support?.fault_tolerance;
    if (!policy || !isFor(block, target.name) || !actsOn(way, target, policy.layer)) return [];
    return [{ target: target.name, layer: policy.layer, concerns: [...(policy.concerns ?? [])] }];
  });
}

function actsOn({ from, caller, callee }: Way, { name, plugin, components }: ReadyTarget, layer: Layer): boolean {
  if (!nearest.includes(layer)) return false;
  if (layer !== "gateway") {
    // On a service's call the policy wraps the call in the caller's process, so the caller's language decides.
    const acting = layer === "in_process" && from === "service" && caller ? caller : callee;
    return components?.includes(acting.name) ?? true;
  }
  if (from !== "gateway" || !caller) return false;
  const lowersCaller = caller.facets.some(
    (one) => plugin.support?.[one.kind as "load_balancer"]?.layer === "gateway" && isFor(one, name),
  );
  return lowersCaller && (components?.includes(caller.name) ?? true);
}
