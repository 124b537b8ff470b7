import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A window of the last n calls must hold the calls that open the breaker: N <= n. */
export const minimumExceedsWindow = rule(
  "minimum-exceeds-window",
  "fault_tolerance",
  ({ circuitBreaker }, { policy }) => {
    const { breaker } = policy;
    if (!circuitBreaker || breaker?.window.kind !== "calls" || breaker.trip.kind === "consecutive") return;
    const { size } = breaker.window;
    const { trip } = breaker;
    const minimum = trip.kind === "count" ? Math.max(trip.minimum, trip.failures) : trip.minimum;
    if (minimum <= size) return;
    const lower = trip.kind === "count" && trip.failures > size ? "`failures`" : "`minimum_request_count`";
    return ruleProblems.minimumExceedsWindow({ size, minimum, lower }).at(spanOf(circuitBreaker, "slidingWindow"));
  },
);
