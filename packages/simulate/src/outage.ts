import { componentOf, edgesTo, type Component, type Model } from "@dpm/core";
import { amplification, type Amplification, type AmplificationOptions } from "./amplification.ts";
import { layersOf, waysTo } from "./ways.ts";

/** The way to a component on which an outage is multiplied most. */
export interface Outage extends Amplification {
  readonly component: string;
}

/**
 * Plays the backend's outage for the component on whose way most layers could repeat a call. Fallbacks are left out,
 * since one inside hides the failure from the layers around it; each layer is one process.
 */
export function worstOutage(model: Model): Outage | undefined {
  const candidates = model.components.filter((one) => edgesTo(model, one.name).some((edge) => edge.layers.length > 0));
  const scored = candidates.map(({ name }) => ({ name, score: score(model, name) }));
  const worst = scored.reduce<(typeof scored)[number] | undefined>(
    (most, one) => (most && most.score >= one.score ? most : one),
    undefined,
  );
  return worst && outageOf(model, worst.name);
}

/** The same for one component, and for any backend. */
export function outageOf(
  model: Model,
  component: string,
  played: Pick<AmplificationOptions, "backend" | "requests"> = {},
): Outage | undefined {
  const requests = enough(componentOf(model, component));
  const found = amplification(model, component, { requests, ...played, fallbacks: false, inside: "shared" });
  if ("problem" in found) return undefined;
  const [worst] = found.toSorted((one, other) => other.alone.callsPerRequest - one.alone.callsPerRequest);
  return worst && { ...worst, component };
}

/** So many requests that the breaker has seen what opens it, even when each is one call; not more, since every run waits for them. */
function enough(component: Component | undefined): number {
  const trip = component?.policy.breaker?.trip;
  if (!trip) return 3;
  const needed =
    trip.kind === "rate" ? trip.minimum : trip.kind === "count" ? Math.max(trip.failures, trip.minimum) : trip.failures;
  return Math.min(needed + 2, 30);
}

/** How often a call could be repeated if every layer did. */
function score(model: Model, callee: string): number {
  const repeats = waysTo(model, callee).map((way) =>
    layersOf(model, way, "alone").reduce((product, { policy }) => product * (policy.retry?.maxAttempts ?? 1), 1),
  );
  const protects = componentOf(model, callee)?.policy.breaker ? 0.5 : 0;
  return Math.max(0, ...repeats) + protects;
}
