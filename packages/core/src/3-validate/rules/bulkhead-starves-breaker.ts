import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { completedByOne } from "../hanging.ts";
import { rule } from "../rule.ts";

/** The bulkhead must let through what the breaker needs: C · k >= N, k the calls that hang and end in a window, of each of its C callers. B13 of docs/rules.md. */
export const bulkheadStarvesBreaker = rule(
  "bulkhead-starves-breaker",
  "fault_tolerance",
  ({ circuitBreaker, bulkhead }, { policy }) => {
    const { breaker } = policy;
    if (!circuitBreaker || !bulkhead || breaker?.window.kind !== "time" || breaker.trip.kind === "consecutive") return;
    const window = breaker.window.length;
    const completed = completedByOne(policy, window);
    const { minimum } = breaker.trip;
    const places = bulkhead.maxConcurrentCalls;
    if (completed === undefined || places * completed >= minimum) return;
    const params = { places, all: places * completed, window: printDuration(window), minimum };
    const needed = Math.ceil(minimum / completed);
    // Where nobody wrote a minimum there is none to lower.
    const only = circuitBreaker.minimumRequestCount === undefined && {
      help: rulePhrases.raiseConcurrent({ needed }),
    };
    const related = [{ message: phrases.theWindow(), span: spanOf(circuitBreaker, "slidingWindow") }];
    return ruleProblems
      .bulkheadStarvesBreaker({ ...params, needed })
      .at(spanOf(bulkhead, "maxConcurrentCalls"), { related, ...only });
  },
);
