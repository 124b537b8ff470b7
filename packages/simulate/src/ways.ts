import { componentOf, edgesTo, facet, type Edge, type Model } from "@dpm/core";
import { acting } from "./acting.ts";
import { gatewayLimit, gatewayServers } from "./gateway.ts";
import type { ActingLayer } from "./scenario.ts";

/** The edges along which a call reaches a component, from the outermost caller on. */
export type Way = readonly Edge[];

/** `alone`: every layer does all it can. `owned`: each concern is done by its owner, and deadlines nest. */
export type Roles = "alone" | "owned";

/** All ways to a component, at most `most` of them, since there can be more than anyone can play. */
export function waysTo(model: Model, callee: string, most = 50): readonly Way[] {
  const found: Way[] = [];
  for (const way of walk(model, callee, new Set())) {
    if (found.push(way) === most) break;
  }
  return found;
}

/** Callers further out than this add nothing that anyone reads. */
const furthest = 50;

function* walk(model: Model, callee: string, passed: ReadonlySet<string>): Generator<Way> {
  const edges =
    passed.size === furthest
      ? []
      : edgesTo(model, callee).filter((edge) => edge.caller === undefined || !passed.has(edge.caller));
  if (edges.length === 0) yield [];
  for (const edge of edges) {
    if (edge.caller === undefined) yield [edge];
    else for (const way of walk(model, edge.caller, new Set([...passed, callee]))) yield [...way, edge];
  }
}

/** The layers that a call passes on its way, outermost first, as they act in these roles. */
export function layersOf(model: Model, way: Way, roles: Roles): readonly ActingLayer[] {
  return way.flatMap((edge) => {
    const policy = componentOf(model, edge.callee)?.policy;
    const caller = edge.caller === undefined ? undefined : componentOf(model, edge.caller);
    const balancer = caller && facet(caller, "load_balancer");
    if (!policy) return [];
    return edge.layers.map(({ target, layer, concerns }, place): ActingLayer => {
      const own = roles === "alone" ? concerns : concerns.filter((one) => edge.owners[one]?.target === target);
      const kept = acting(policy, own);
      const nested = roles === "alone" ? kept : { ...kept, timeout: nestedTimeout(edge, place, policy.timeout) };
      if (layer !== "gateway") return { name: target, layer, policy: nested };
      const limit = balancer && gatewayLimit(balancer);
      const servers = balancer && gatewayServers(balancer, nested.retry);
      // A gateway turns to the next server at once: no engine's gateway pauses between tries.
      const { retry } = nested;
      const hasty = retry ? { ...nested, retry: { ...retry, backoff: "none" as const } } : nested;
      return { name: target, layer, policy: hasty, ...(limit && { limit }), ...(servers && { servers }) };
    });
  });
}

/**
 * The owner of retries, else the innermost layer, states the deadlines. The nets of the layers around it are wider and
 * the limits inside it strike no earlier, so in a run neither can be seen: they are left out.
 */
function nestedTimeout(
  edge: Edge,
  place: number,
  timeout: ActingLayer["policy"]["timeout"],
): ActingLayer["policy"]["timeout"] {
  const owner = edge.layers.findIndex((layer) => layer.target === edge.owners.retry?.target);
  return place === (owner < 0 ? edge.layers.length - 1 : owner) ? timeout : { connect: timeout.connect };
}
