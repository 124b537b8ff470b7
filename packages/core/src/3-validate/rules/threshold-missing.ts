import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A breaker has a threshold: a count, a share, `failures` or `consecutive`. */
export const thresholdMissing = rule("threshold-missing", "fault_tolerance", ({ circuitBreaker: breaker }) => {
  if (!breaker) return;
  // One that could not be read has been reported, and is none the less written.
  const { failureThreshold: threshold } = breaker;
  if (thresholds.some((one) => threshold[one] !== undefined || written(threshold, one))) return;
  return ruleProblems.thresholdMissing().at(spanOf(breaker, "failureThreshold"));
});

const thresholds = ["count", "ratio", "failures", "consecutive"] as const;
