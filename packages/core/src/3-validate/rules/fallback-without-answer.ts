import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A fallback that answers with `default_response` must have one. */
export const fallbackWithoutAnswer = rule("fallback-without-answer", "fault_tolerance", ({ fallback }) => {
  if (fallback?.strategy !== "default_response" || fallback.defaultResponse !== undefined) return;
  return ruleProblems.fallbackWithoutAnswer({ strategy: fallback.strategy }).at(spanOf(fallback, "strategy"));
});
