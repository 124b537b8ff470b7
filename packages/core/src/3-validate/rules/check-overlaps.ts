import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A health check must end before the next begins: timeout < interval. */
export const checkOverlaps = rule("check-overlaps", "load_balancer", ({ healthCheck: check }) => {
  if (!check?.enabled || check.timeout < check.interval) return;
  const params = { timeout: printDuration(check.timeout), interval: printDuration(check.interval) };
  return ruleProblems.checkOverlaps(params).at(spanOf(check, "timeout"));
});
