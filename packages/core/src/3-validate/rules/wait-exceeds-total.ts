import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** The wait for a turn counts against the deadline, so it must be shorter: w < total. */
export const waitExceedsTotal = rule("wait-exceeds-total", "fault_tolerance", ({ bulkhead, timeout }) => {
  if (!bulkhead || timeout?.total === undefined || bulkhead.maxWaitDuration < timeout.total) return;
  const params = { wait: printDuration(bulkhead.maxWaitDuration), total: printDuration(timeout.total) };
  return ruleProblems.waitExceedsTotal(params).at(spanOf(bulkhead, "maxWaitDuration"), {
    related: [{ message: phrases.theDeadline(), span: spanOf(timeout, "total") }],
  });
});
