import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A fallback must have something to answer, and should not pass for a success. */
export const fallbackAnswer = rule("fallback-answer", "fault_tolerance", ({ fallback }) => {
  if (!fallback) return;
  const { strategy, defaultResponse } = fallback;
  if (defaultResponse === undefined) {
    return strategy === "default_response"
      ? ruleProblems.fallbackWithoutAnswer({ strategy }).at(spanOf(fallback, "strategy"))
      : undefined;
  }
  if (typeof defaultResponse !== "object" || defaultResponse === null || !("status" in defaultResponse)) return;
  const { status } = defaultResponse;
  if (typeof status !== "string" || !["success", "ok", "healthy"].includes(status.toLowerCase())) return;
  return ruleProblems.fallbackReportsSuccess({ status }).at(spanOf(fallback, "defaultResponse"));
});
