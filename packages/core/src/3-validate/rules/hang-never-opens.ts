import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/**
 * A breaker must see enough calls that hang: one caller completes W / T of them in a window W,
 * T the limit that ends a call; with fewer than the minimum N, ceil(N / (W / T)) callers are needed.
 */
export const hangNeverOpens = rule(
  "hang-never-opens",
  "fault_tolerance",
  ({ circuitBreaker: breaker, timeout }, { policy }) => {
    if (!breaker || policy.breaker?.window.kind !== "time" || policy.breaker.trip.kind === "consecutive") return;
    const limit = timeout?.perAttempt ?? timeout?.total;
    if (limit === undefined) return;
    const window = policy.breaker.window.length;
    const { minimum } = policy.breaker.trip;
    const completed = Math.floor(window / limit);
    if (completed >= minimum) return;
    const callers = completed === 0 ? minimum : Math.ceil(minimum / completed);
    return ruleProblems
      .hangNeverOpens({ completed, window: printDuration(window), minimum, callers })
      .at(spanOf(breaker, "slidingWindow"));
  },
);
