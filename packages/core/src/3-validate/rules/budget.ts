import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses, type Policy } from "../../2-normalize/policy.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/**
 * A call must end within `max_response_time`:
 * W = total, or w + N · T + Σ pauses where no total is written, w the wait in the bulkhead.
 */
export const budget = rule("budget", "verify_fault_tolerance", ({ constraints }, component) => {
  const limit = constraints?.maxResponseTime;
  const protection = facet(component, "fault_tolerance");
  if (!constraints || limit === undefined || !protection) return;
  const place = spanOf(constraints, "maxResponseTime");
  const worst = worstCase(component.policy);
  if (worst === undefined)
    return ruleProblems.budgetUnbounded({ limit: printDuration(limit), name: component.name }).at(place);
  if (worst <= limit) return;
  const related = protection.timeout ? [{ message: "the timeout", span: spanOf(protection, "timeout") }] : [];
  return ruleProblems
    .budgetExceeded({ worst: printDuration(worst), limit: printDuration(limit) })
    .at(place, { related });
});

function worstCase({ timeout, retry, bulkhead }: Policy): number | undefined {
  if (timeout.total !== undefined) return timeout.total;
  if (timeout.perAttempt === undefined) return undefined;
  const waits = retry ? pauses(retry).reduce((sum, one) => sum + one, 0) : 0;
  return (bulkhead?.maxWait ?? 0) + (retry?.maxAttempts ?? 1) * timeout.perAttempt + waits;
}
