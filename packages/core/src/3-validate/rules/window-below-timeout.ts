import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A window of time must hold two attempts that hang: W >= 2 · T. */
export const windowBelowTimeout = rule(
  "window-below-timeout",
  "fault_tolerance",
  ({ circuitBreaker: breaker, timeout }) => {
    const window = breaker?.slidingWindow.time;
    const limit = timeout?.perAttempt ?? timeout?.total;
    if (!breaker || window === undefined || limit === undefined || window >= 2 * limit) return;
    const params = { window: printDuration(window), limit: printDuration(limit), wide: printDuration(2 * limit) };
    return ruleProblems.windowBelowTimeout(params).at(spanOf(breaker, "slidingWindow"));
  },
);
