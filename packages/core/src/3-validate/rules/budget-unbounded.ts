import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** Where `max_response_time` is asked for, something must end a call that hangs: a total or a limit of each attempt. T01 of docs/rules.md. */
export const budgetUnbounded = rule("budget-unbounded", "verify_fault_tolerance", ({ constraints }, component) => {
  const limit = constraints?.maxResponseTime;
  const { total, perAttempt } = component.policy.timeout;
  if (!constraints || limit === undefined || total !== undefined || perAttempt !== undefined) return;
  if (!facet(component, "fault_tolerance")) return;
  return ruleProblems
    .budgetUnbounded({ limit: printDuration(limit), total: sourceDuration(limit), name: component.name })
    .at(spanOf(constraints, "maxResponseTime"));
});
