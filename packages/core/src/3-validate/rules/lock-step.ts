import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Callers that failed together should not come back together: pauses need jitter. T07 of docs/rules.md. */
export const lockStep = rule("lock-step", "fault_tolerance", ({ retry }) => {
  if (!retry || retry.maxAttempts < 2 || !written(retry, "backoff")) return;
  if (!["fixed", "linear", "exponential"].includes(retry.backoff)) return;
  return ruleProblems.lockStep({ backoff: retry.backoff }).at(spanOf(retry, "backoff"));
});
