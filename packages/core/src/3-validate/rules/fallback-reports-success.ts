import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A fallback's answer should not pass for a success. */
export const fallbackReportsSuccess = rule("fallback-reports-success", "fault_tolerance", ({ fallback }) => {
  const answer = fallback?.defaultResponse;
  if (!fallback || typeof answer !== "object" || answer === null || !("status" in answer)) return;
  const { status } = answer;
  if (typeof status !== "string" || !["success", "ok", "healthy"].includes(status.toLowerCase())) return;
  return ruleProblems
    .fallbackReportsSuccess({ status })
    .at(spanOf(answer, "status") ?? spanOf(fallback, "defaultResponse"));
});
