import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Span } from "../source/source-file.ts";
import type { Host, ReadyTarget } from "../plugin/host.ts";
import {
  concerns,
  facet,
  type Component,
  type Concern,
  type Edge,
  type EdgeLayer,
  type Layer,
  type Owner,
} from "./model.ts";
import { spanOf } from "./origin.ts";
import type { Policy } from "./policy.ts";

/** Owners are sought from the nearest to the callee's code outwards. */
const nearest: readonly Layer[] = ["in_process", "rpc", "mesh", "gateway"];

/** An edge as it is declared, before it is known who acts on it. */
export type Way = Pick<Edge, "from" | "caller" | "callee">;

/** Decides who acts on an edge and who owns what: exactly one layer for each concern that the callee's policy has. */
export function decideOwners(way: Way, caller: Component | undefined, callee: Component, host: Host): Edge {
  const layers = layersOf(way, caller, callee, host.targets);
  const owners: Partial<Record<Concern, Owner>> = {};
  for (const concern of concerns) {
    if (!has(callee.policy, concern)) continue;
    const owner = ownerOf(concern, layers, callee, host);
    if (owner) owners[concern] = owner;
  }
  return Object.freeze({ ...way, owners: Object.freeze(owners), layers: Object.freeze(layers) });
}

/** The targets that act on an edge, outermost first; of targets of one layer, which are alternatives, the first configured. */
function layersOf(
  way: Way,
  caller: Component | undefined,
  callee: Component,
  targets: readonly ReadyTarget[],
): readonly EdgeLayer[] {
  const found = new Map<Layer, EdgeLayer>();
  for (const target of targets) {
    const policy = target.plugin.support?.fault_tolerance;
    if (!policy || found.has(policy.layer) || !facet(callee, "fault_tolerance")) continue;
    if (!actsOn(way, caller, callee, target, policy.layer)) continue;
    found.set(policy.layer, { target: target.name, layer: policy.layer, concerns: policy.concerns ?? [] });
  }
  // A gateway's call reaches the callee's process last; a service's call leaves its own process first.
  const order = way.from === "service" ? nearest : nearest.toReversed();
  return order.flatMap((layer) => found.get(layer) ?? []);
}

function actsOn(
  way: Way,
  caller: Component | undefined,
  callee: Component,
  target: ReadyTarget,
  layer: Layer,
): boolean {
  if (layer !== "gateway") return target.components?.includes(callee.name) ?? true;
  if (way.from !== "gateway" || !caller) return false;
  const lowersCaller = caller.facets.some(
    (one) => target.plugin.support?.[one.kind as "load_balancer"]?.layer === "gateway",
  );
  return lowersCaller && (target.components?.includes(caller.name) ?? true);
}

function has(policy: Policy, concern: Concern): boolean {
  const parts = {
    retry: policy.retry,
    circuit_breaker: policy.breaker,
    bulkhead: policy.bulkhead,
    fallback: policy.fallback,
  };
  return parts[concern] !== undefined;
}

function ownerOf(concern: Concern, layers: readonly EdgeLayer[], callee: Component, host: Host): Owner | undefined {
  const able = nearest.flatMap((layer) =>
    layers.filter((one) => one.layer === layer && one.concerns.includes(concern)),
  );
  const choice = choiceOf(concern, callee, host);
  const chosen = choice && able.find((one) => one.target === choice.name || one.layer === choice.name);
  const owner = chosen ?? able[0];
  if (!owner) return undefined;
  const { target, layer } = owner;
  const why = chosen
    ? modelProblems.ownerChosen({ target, concern, by: choice.by })
    : modelProblems.ownerFirst({ target, concern });
  return Object.freeze({
    target,
    layer,
    why: Object.freeze({ code: why.code, message: why.message, params: why.params }),
  });
}

/** Choices that no edge to the component could follow. */
export function unfollowedChoices(callee: Component, edges: readonly Edge[], host: Host): readonly Diagnostic[] {
  if (edges.every((edge) => edge.layers.length === 0)) return [];
  return concerns.flatMap((concern) => {
    const choice = has(callee.policy, concern) ? choiceOf(concern, callee, host) : undefined;
    if (!choice || edges.some((edge) => edge.owners[concern]?.why.code === "core/owner-chosen")) return [];
    const able = edges.flatMap((edge) =>
      edge.layers.filter((layer) => layer.concerns.includes(concern)).map((layer) => layer.target),
    );
    const params = { choice: choice.name, concern, callee: callee.name, candidates: [...new Set(able)] };
    return [modelProblems.unknownOwner(params).at(choice.span)];
  });
}

interface Choice {
  readonly name: string;
  readonly by: string;
  readonly span: Span | undefined;
}

/** What the user chose: the configuration before the block. */
function choiceOf(concern: Concern, callee: Component, host: Host): Choice | undefined {
  const configured = host.input.owners;
  const byConfig =
    configured && Object.hasOwn(configured, callee.name) ? configured[callee.name]?.[concern] : undefined;
  if (byConfig !== undefined) return { name: byConfig, by: "the configuration", span: undefined };
  const owners = facet(callee, "fault_tolerance")?.owners;
  const field = concern === "circuit_breaker" ? "circuitBreaker" : concern;
  const name = owners?.[field];
  return owners && name !== undefined ? { name, by: "the block", span: spanOf(owners, field) } : undefined;
}
