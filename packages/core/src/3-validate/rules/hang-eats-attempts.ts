import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses, shortestPauses } from "../../2-normalize/policy.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { firstLate, sum } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * Retries need a limit of each attempt: without one, an attempt that hangs lasts until the total deadline.
 * The repair is per_attempt = (total - Σ pauses) / N, down to whole milliseconds.
 */
export const hangEatsAttempts = rule("hang-eats-attempts", "fault_tolerance", ({ retry, timeout }) => {
  if (!retry || retry.maxAttempts < 2 || timeout?.total === undefined || timeout.perAttempt !== undefined) return;
  // What is not tried again after a time-out would not be with a shorter one.
  if (!retry.on.includes("timeout")) return;
  if (firstLate(shortestPauses(retry), 0, timeout.total)) return;
  const waits = sum(pauses(retry));
  const fits = Math.floor((timeout.total - waits) / retry.maxAttempts / 1000);
  const others = retry.maxAttempts - 1;
  const params = { total: printDuration(timeout.total), others, attempts: retry.maxAttempts, fits: `${fits}ms` };
  const short = `raise \`total\` above ${printDuration(waits)}, which the pauses alone may take, then add \`per_attempt\``;
  const place = fits < 1 ? { help: short } : {};
  return ruleProblems.hangEatsAttempts(params).at(spanOf(timeout, "total"), place);
});
