import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses } from "../../2-normalize/policy.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/**
 * Retries need a limit of each attempt: without one, an attempt that hangs lasts until the total deadline.
 * The repair is per_attempt = (total - Σ pauses) / N, down to whole milliseconds.
 */
export const hangEatsAttempts = rule("hang-eats-attempts", "fault_tolerance", ({ retry, timeout }) => {
  if (!retry || retry.maxAttempts < 2 || timeout?.total === undefined || timeout.perAttempt !== undefined) return;
  const waits = pauses(retry).reduce((sum, one) => sum + one, 0);
  const fits = Math.floor((timeout.total - waits) / retry.maxAttempts / 1000);
  const params = { total: printDuration(timeout.total), others: retry.maxAttempts - 1, attempts: retry.maxAttempts };
  if (fits < 1) {
    const help = `raise \`total\` above ${printDuration(waits)}, the pauses alone take that long`;
    return ruleProblems.hangEatsAttempts({ ...params, fits: "" }).at(spanOf(timeout, "total"), { help });
  }
  return ruleProblems.hangEatsAttempts({ ...params, fits: `${fits}ms` }).at(spanOf(timeout, "total"));
});
