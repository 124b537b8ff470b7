import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { completedByOne } from "../hanging.ts";
import { rule } from "../rule.ts";

/**
 * A breaker should see enough calls that hang: one caller completes k of them in a window, and where k is less than the
 * minimum N, only ceil(N / k) callers at once can open it.
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
    .at(spanOf(circuitBreaker, "slidingWindow"));
});
