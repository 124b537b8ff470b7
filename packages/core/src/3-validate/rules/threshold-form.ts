import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A breaker has exactly one threshold: a count, a share, `failures` or `consecutive`. */
export const thresholdForm = rule("threshold-form", "fault_tolerance", ({ circuitBreaker: breaker }) => {
  if (!breaker) return;
  const given = Object.keys(breaker.failureThreshold);
  if (given.length === 1) return;
  const problem = given.length === 0 ? ruleProblems.thresholdMissing() : ruleProblems.thresholdTwice({ given });
  return problem.at(spanOf(breaker, "failureThreshold"));
});
