import type { Model } from "@dpm/core";
import type { Problem } from "./check.ts";
import type { ActingLayer, Backend } from "./scenario.ts";
import { simulate } from "./simulate.ts";
import type { Trace } from "./trace.ts";
import { layersOf, waysTo, type Way } from "./ways.ts";

/** What one way to a component does to the backend, with every layer on its own and as the owners decide it. */
export interface Amplification {
  /** The components that the call passes, the outermost caller first. */
  readonly way: readonly string[];
  /** The targets that act on it, outermost first. */
  readonly layers: readonly string[];
  readonly alone: Outcome;
  readonly generated: Outcome;
}

interface Outcome {
  /** The most calls to the backend that one request caused. */
  readonly callsPerRequest: number;
  /** The first request in which a breaker opened. */
  readonly opensIn?: number;
  readonly trace: Trace;
}

export interface AmplificationOptions {
  /** Down if absent. */
  readonly backend?: Backend;
  /** 30 if absent. */
  readonly requests?: number;
  /**
   * `false` leaves all fallbacks out. A fallback inside answers the layers outside, which then have nothing to retry:
   * with it the numbers are what happens, without it what happens where a failure gets out. True if absent.
   */
  readonly fallbacks?: boolean;
  /** Whether each of a gateway's servers is a process with a breaker of its own, or all are one. `each` if absent. */
  readonly inside?: "each" | "shared";
}

/** Plays every way to a component on which a layer acts, twice. */
export function amplification(
  model: Model,
  callee: string,
  options: AmplificationOptions = {},
): readonly Amplification[] | Problem {
  const found: Amplification[] = [];
  for (const way of waysTo(model, callee)) {
    const own = layersOf(model, way, "alone");
    if (own.length === 0) continue;
    const alone = play(own, options);
    if ("problem" in alone) return alone;
    const generated = play(layersOf(model, way, "owned"), options);
    if ("problem" in generated) return generated;
    found.push({ way: namesOf(way), layers: own.map((layer) => layer.name), alone, generated });
  }
  return found;
}

function namesOf(way: Way): readonly string[] {
  return [...way.slice(0, 1).flatMap((edge) => edge.caller ?? []), ...way.map((edge) => edge.callee)];
}

function play(layers: readonly ActingLayer[], options: AmplificationOptions): Outcome | Problem {
  const { backend = { behaviour: "down" }, requests = 30, fallbacks = true, inside = "each" } = options;
  const played = layers.map((layer): ActingLayer => {
    const { fallback, ...bare } = layer.policy;
    const policy = fallback && fallbacks ? layer.policy : bare;
    return { ...layer, policy, ...(layer.servers && { servers: { ...layer.servers, inside } }) };
  });
  const trace = simulate({ layers: played, backend, requests });
  if ("problem" in trace) return trace;
  const opened = trace.events.find((event) => event.type === "opened");
  const callsPerRequest = trace.requests.reduce((most, one) => Math.max(most, one.calls), 0);
  return { callsPerRequest, ...(opened && { opensIn: opened.request }), trace };
}
