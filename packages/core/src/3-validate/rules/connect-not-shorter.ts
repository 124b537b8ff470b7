import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A written `connect` should leave time for the call: connect < per_attempt, or < total where that is not written. */
export const connectNotShorter = rule("connect-not-shorter", "fault_tolerance", ({ timeout }) => {
  if (!timeout || !written(timeout, "connect")) return;
  const [field, name] =
    timeout.perAttempt === undefined ? (["total", "total"] as const) : (["perAttempt", "per_attempt"] as const);
  const limit = timeout[field];
  if (limit === undefined || timeout.connect < limit) return;
  const params = { connect: printDuration(timeout.connect), limit: printDuration(limit), name };
  return ruleProblems.connectNotShorter(params).at(spanOf(timeout, "connect"), {
    related: [{ message: phrases.theLimit(), span: spanOf(timeout, field) }],
  });
});
