import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A breaker has a threshold: a count, a share, `failures` or `consecutive`. */
export const thresholdMissing = rule("threshold-missing", "fault_tolerance", ({ circuitBreaker: breaker }) => {
  if (!breaker || Object.keys(breaker.failureThreshold).length > 0) return;
  return ruleProblems.thresholdMissing().at(spanOf(breaker, "failureThreshold"));
});
