import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import type { Policy } from "../../2-normalize/policy.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { completedByOne, windowFor } from "../hanging.ts";
import { rule } from "../rule.ts";

/**
 * A breaker should see enough calls that hang: one caller completes k of them in a window, and where k is less than the
 * minimum N, only ceil(N / k) callers at once can open it.
 * B02 of docs/rules.md.
 */
export const hangNeverOpens = rule("hang-never-opens", "fault_tolerance", ({ circuitBreaker }, { policy }) => {
  const { breaker, bulkhead } = policy;
  if (!circuitBreaker || breaker?.window.kind !== "time" || breaker.trip.kind === "consecutive") return;
  const window = breaker.window.length;
  const completed = completedByOne(policy, window);
  const { minimum } = breaker.trip;
  if (completed === undefined || completed >= minimum) return;
  const callers = Math.ceil(minimum / completed);
  // Where so many cannot run at once, it opens for nobody, which is a problem of its own.
  if (bulkhead && bulkhead.maxConcurrentCalls < callers) return;
  return ruleProblems
    .hangNeverOpens({ completed, window: printDuration(window), minimum, callers })
    .at(spanOf(circuitBreaker, "slidingWindow"), { help: advice(policy, window, minimum) });
});

/** The smallest changes with which one caller opens it. */
function advice(policy: Policy, window: number, minimum: number): Phrase {
  const wide = Math.ceil((windowFor(policy, minimum) ?? 0) / 1000) * 1000;
  const limit = longestLimit(policy, window, minimum);
  const [name] = limitOf(policy);
  const widen = { wide: sourceDuration(wide) };
  return limit > 0
    ? rulePhrases.lowerOrWiden({ name, limit: sourceDuration(limit), ...widen })
    : rulePhrases.widenForOne(widen);
}

/** The longest limit of a call, in whole milliseconds, with which one caller completes enough of them; 0 where none is short enough. */
function longestLimit(policy: Policy, window: number, minimum: number): number {
  const [, field] = limitOf(policy);
  const completes = (limit: number): number =>
    completedByOne({ ...policy, timeout: { ...policy.timeout, [field]: limit * 1000 } }, window) ?? 0;
  let [enough, tooLong] = [0, Math.ceil((policy.timeout[field] ?? 0) / 1000)];
  while (tooLong - enough > 1) {
    const middle = Math.floor((enough + tooLong) / 2);
    if (completes(middle) >= minimum) enough = middle;
    else tooLong = middle;
  }
  return enough * 1000;
}

function limitOf({ timeout }: Policy): readonly ["per_attempt", "perAttempt"] | readonly ["total", "total"] {
  return timeout.perAttempt === undefined ? ["total", "total"] : ["per_attempt", "perAttempt"];
}
