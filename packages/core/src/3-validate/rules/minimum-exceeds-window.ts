import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A window of the last n calls must hold the minimum: N <= n. */
export const minimumExceedsWindow = rule("minimum-exceeds-window", "fault_tolerance", ({ circuitBreaker: breaker }) => {
  const size = breaker?.slidingWindow.calls;
  const minimum = breaker?.minimumRequestCount;
  if (!breaker || size === undefined || minimum === undefined || minimum <= size) return;
  return ruleProblems.minimumExceedsWindow({ size, minimum }).at(spanOf(breaker, "minimumRequestCount"), {
    related: [{ message: "the window", span: spanOf(breaker, "slidingWindow") }],
  });
});
