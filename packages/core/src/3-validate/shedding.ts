import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import { facet, type Component, type Model } from "../2-normalize/model.ts";
import type { Rate } from "../fields/field.ts";
import type { Policy } from "../2-normalize/policy.ts";
import { limitsTo } from "./limits.ts";

/** How many requests a component must expect: its `load`, or what its benchmark asks for. */
export function demandOf(component: Component): Rate | undefined {
  return facet(component, "fault_tolerance")?.load ?? facet(component, "benchmark")?.constraints?.minThroughput;
}

/** Whether something holds retries back once the callee has too much to do: a breaker, a bulkhead, a budget or a limit for all. */
export function isSheltered(component: Component, model: Model): boolean {
  const { breaker, bulkhead } = component.policy;
  const budget = facet(component, "fault_tolerance")?.retry?.budget;
  const limited = limitsTo(component, model).some((one) => one.per !== "client");
  return breaker !== undefined || bulkhead !== undefined || budget !== undefined || limited;
}

/** How often a request may be sent where nothing but `max_attempts` limits it. */
export function freeAttempts(block: FaultTolerance | undefined): number {
  return block?.retry && block.retry.budget === undefined ? block.retry.maxAttempts : 1;
}

/** Whether a failed call is always answered, so that its caller does not see the failure. */
export function alwaysAnswers({ fallback }: Policy): boolean {
  return fallback?.chain.some((one) => one !== "cache") === true;
}
