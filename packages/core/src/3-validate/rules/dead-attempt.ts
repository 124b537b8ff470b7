import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses } from "../../2-normalize/policy.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/**
 * Every attempt must be able to start before the deadline:
 * (k - 1) · T + Σ pause(i), i < k, is less than the total, for every attempt k.
 */
export const deadAttempt = rule("dead-attempt", "fault_tolerance", ({ retry, timeout }) => {
  const { total, perAttempt } = timeout ?? {};
  if (!retry || !timeout || total === undefined || perAttempt === undefined || perAttempt > total) return;
  const waits = pauses(retry);
  let startsAt = 0;
  for (let attempt = 2; attempt <= retry.maxAttempts; attempt++) {
    startsAt += perAttempt + (waits[attempt - 2] ?? 0);
    if (startsAt < total) continue;
    const allWaits = waits.reduce((sum, one) => sum + one, 0);
    const fits = Math.max(0, Math.floor((total - allWaits - 1) / (retry.maxAttempts - 1) / 1000) * 1000);
    return ruleProblems
      .deadAttempt({
        attempt,
        startsAt: printDuration(startsAt),
        total: printDuration(total),
        fits: printDuration(fits),
      })
      .at(spanOf(retry, "maxAttempts"), {
        label: `${attempt - 1} attempts fit`,
        related: [{ message: "the deadline", span: spanOf(timeout, "total") }],
      });
  }
  return undefined;
});
