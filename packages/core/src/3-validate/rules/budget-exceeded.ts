import type { Policy } from "../../2-normalize/policy.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses } from "../../2-normalize/policy.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { sum } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * A call must end within `max_response_time`:
 * W = total, or w + N · T + Σ pauses where no total is written, w the wait in the bulkhead.
 */
export const budgetExceeded = rule("budget-exceeded", "verify_fault_tolerance", ({ constraints }, component) => {
  const limit = constraints?.maxResponseTime;
  const protection = facet(component, "fault_tolerance");
  const worst = worstCase(component.policy);
  if (!constraints || limit === undefined || !protection || worst === undefined || worst <= limit) return;
  const related = protection.timeout ? [{ message: "the timeout", span: spanOf(protection, "timeout") }] : [];
  const time = `"${sourceDuration(limit)}"`;
  const shorten =
    component.policy.timeout.total === undefined ? `add \`total: ${time}\`` : `lower \`total\` to ${time}`;
  const help = `${shorten}, or raise \`max_response_time\` to "${sourceDuration(worst)}"`;
  return ruleProblems
    .budgetExceeded({ worst: printDuration(worst), limit: printDuration(limit) })
    .at(spanOf(constraints, "maxResponseTime"), { related, help });
});

function worstCase({ timeout, retry, bulkhead }: Policy): number | undefined {
  if (timeout.total !== undefined) return timeout.total;
  if (timeout.perAttempt === undefined) return undefined;
  const waits = retry ? sum(pauses(retry)) : 0;
  return (bulkhead?.maxWait ?? 0) + (retry?.maxAttempts ?? 1) * timeout.perAttempt + waits;
}
