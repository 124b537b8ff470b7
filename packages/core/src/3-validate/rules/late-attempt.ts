import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses, shortestPauses } from "../../2-normalize/policy.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { firstLate, sayLate } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * Jitter should not decide whether an attempt takes place:
 * (k - 1) · T + Σ pause(i), i < k, is less than the total also for the longest pauses that jitter allows.
 * T02 of docs/rules.md.
 */
export const lateAttempt = rule("late-attempt", "fault_tolerance", ({ retry, timeout }) => {
  const { total, perAttempt } = timeout ?? {};
  if (!retry || !timeout || total === undefined || perAttempt === undefined || perAttempt > total) return;
  const late = firstLate(pauses(retry), perAttempt, total);
  // What never starts at all is an error of its own.
  if (!late || firstLate(shortestPauses(retry), perAttempt, total)) return;
  const params = { attempt: late.attempt, startsAt: printDuration(late.startsAt), total: printDuration(total) };
  return sayLate(ruleProblems.lateAttempt(params), late, retry, timeout);
});
