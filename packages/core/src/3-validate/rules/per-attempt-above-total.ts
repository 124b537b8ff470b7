import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** One attempt may not take longer than the whole call: T <= total. T03 of docs/rules.md. */
export const perAttemptAboveTotal = rule("per-attempt-above-total", "fault_tolerance", ({ timeout }) => {
  if (timeout?.total === undefined || timeout.perAttempt === undefined || timeout.perAttempt <= timeout.total) return;
  const { perAttempt, total } = timeout;
  const params = {
    limit: printDuration(perAttempt),
    deadline: printDuration(total),
    perAttempt: sourceDuration(perAttempt),
    total: sourceDuration(total),
  };
  return ruleProblems.perAttemptAboveTotal(params).at(spanOf(timeout, "perAttempt"), {
    related: [{ message: phrases.theDeadline(), span: spanOf(timeout, "total") }],
  });
});
