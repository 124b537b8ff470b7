import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A window of time must hold two attempts that hang: W >= 2 · T. B03 of docs/rules.md. */
export const windowBelowTimeout = rule("window-below-timeout", "fault_tolerance", ({ circuitBreaker }, { policy }) => {
  const { breaker, timeout } = policy;
  const limit = timeout.perAttempt ?? timeout.total;
  if (!circuitBreaker || breaker?.window.kind !== "time" || breaker.trip.kind === "consecutive") return;
  const window = breaker.window.length;
  if (limit === undefined || window >= 2 * limit) return;
  const params = { window: printDuration(window), limit: printDuration(limit), wide: sourceDuration(2 * limit) };
  return ruleProblems.windowBelowTimeout(params).at(spanOf(circuitBreaker, "slidingWindow"));
});
