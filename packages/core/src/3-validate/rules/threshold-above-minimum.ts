import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** F failures of N calls are a rate of at most 100 %: F <= N. B14 of docs/rules.md. */
export const thresholdAboveMinimum = rule(
  "threshold-above-minimum",
  "fault_tolerance",
  ({ circuitBreaker: breaker }) => {
    const failures = breaker?.failureThreshold.count;
    const minimum = breaker?.minimumRequestCount;
    if (!breaker || failures === undefined || minimum === undefined || failures <= minimum) return;
    return ruleProblems.thresholdAboveMinimum({ failures, minimum }).at(spanOf(breaker, "failureThreshold"), {
      related: [{ message: phrases.theMinimum(), span: spanOf(breaker, "minimumRequestCount") }],
    });
  },
);
