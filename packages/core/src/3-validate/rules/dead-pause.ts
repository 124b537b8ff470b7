import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { shortestPauses } from "../../2-normalize/policy.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { firstLate, sayLate } from "../attempts.ts";
import { rule } from "../rule.ts";

/** The pauses alone must leave room for every attempt: Σ pause(i), i < k, is less than the total, for every attempt k. T03 of docs/rules.md. */
export const deadPause = rule("dead-pause", "fault_tolerance", ({ retry, timeout }) => {
  if (!retry || timeout?.total === undefined) return;
  const late = firstLate(shortestPauses(retry), 0, timeout.total);
  if (!late) return;
  const params = { attempt: late.attempt, pauses: printDuration(late.startsAt), total: printDuration(timeout.total) };
  return sayLate(ruleProblems.deadPause(params), late, retry, timeout);
});
