import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { shortestPauses } from "../../2-normalize/policy.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { firstLate, sayLate } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * Every attempt must be able to start before the deadline, even where those before it time out:
 * (k - 1) · T + Σ pause(i), i < k, is less than the total, for every attempt k and the shortest pauses that jitter allows.
 * T02 of docs/rules.md.
 */
export const deadAttempt = rule("dead-attempt", "fault_tolerance", ({ retry, timeout }) => {
  const { total, perAttempt } = timeout ?? {};
  if (!retry || !timeout || total === undefined || perAttempt === undefined || perAttempt > total) return;
  const waits = shortestPauses(retry);
  const late = firstLate(waits, perAttempt, total);
  // Where the pauses alone are too long, no limit of an attempt would help.
  if (!late || firstLate(waits, 0, total)) return;
  const params = { attempt: late.attempt, startsAt: printDuration(late.startsAt), total: printDuration(total) };
  return sayLate(ruleProblems.deadAttempt(params), late, retry, timeout);
});
