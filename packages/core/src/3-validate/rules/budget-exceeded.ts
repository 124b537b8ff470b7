import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { worstCaseOf } from "../../2-normalize/worst-case.ts";
import { rule } from "../rule.ts";

/**
 * A call must end within `max_response_time`:
 * W = w + N · T + Σ pauses, w the wait in the bulkhead, and no longer than the total.
 * T01 of docs/rules.md.
 */
export const budgetExceeded = rule("budget-exceeded", "verify_fault_tolerance", ({ constraints }, component) => {
  const limit = constraints?.maxResponseTime;
  const protection = facet(component, "fault_tolerance");
  const worst = worstCaseOf(component.policy);
  if (!constraints || limit === undefined || !protection || worst === undefined || worst <= limit) return;
  const related = protection.timeout ? [{ message: phrases.theTimeout(), span: spanOf(protection, "timeout") }] : [];
  const time = `"${sourceDuration(limit)}"`;
  const shorten =
    component.policy.timeout.total === undefined ? rulePhrases.addTotal({ time }) : rulePhrases.lowerTotal({ time });
  const raise = rulePhrases.raiseResponseTime({ worst: sourceDuration(worst) });
  const help = phrases.orLast({ others: shorten, last: raise });
  return ruleProblems
    .budgetExceeded({ worst: printDuration(worst), limit: printDuration(limit) })
    .at(spanOf(constraints, "maxResponseTime"), { related, help });
});
