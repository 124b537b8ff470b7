import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A breaker has one threshold only. */
export const thresholdTwice = rule("threshold-twice", "fault_tolerance", ({ circuitBreaker: breaker }) => {
  if (!breaker) return;
  const given = Object.keys(breaker.failureThreshold);
  const [first = "", second] = given;
  if (second === undefined) return;
  const { failureThreshold: threshold } = breaker;
  return ruleProblems.thresholdTwice({ given: given.map((name) => `\`${name}\``) }).at(keySpanOf(threshold, second), {
    related: [{ message: phrases.theOther(), span: keySpanOf(threshold, first) }],
  });
});
