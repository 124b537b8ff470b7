import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { facet, type Component } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { instancesOf, perSecond } from "../instances.ts";
import { rule } from "../rule.ts";

/**
 * A count of failures should not open the breaker inside the objective: λ · p · W < F,
 * λ the demanded throughput of one process, p the share of errors that is permitted, W the window, F the count.
 */
export const countTripsEarly = rule("count-trips-early", "fault_tolerance", ({ circuitBreaker }, component) => {
  const { breaker } = component.policy;
  if (!circuitBreaker || breaker?.window.kind !== "time" || breaker.trip.kind !== "count") return;
  const demand = facet(component, "benchmark")?.constraints?.minThroughput;
  const permitted = permittedErrors(component);
  if (!demand || permitted === undefined) return;
  const rate = perSecond(demand) / Math.max(1, instancesOf(component) ?? 1);
  const window = breaker.window.length;
  // Tenths of a percent, parts of a second: whole numbers first, so that a product that is exact stays exact.
  const expected = (rate * Math.round(permitted * 1_000_000) * window) / 1_000_000 / 1_000_000;
  const { failures } = breaker.trip;
  if (expected < failures) return;
  const params = {
    rate: rounded(rate),
    share: `${rounded(permitted * 100)} %`,
    expected: rounded(expected),
    window: printDuration(window),
    failures,
    enough: Math.floor(expected) + 1,
  };
  return ruleProblems.countTripsEarly(params).at(spanOf(circuitBreaker.failureThreshold, "failures"));
});

function permittedErrors(component: Component): number | undefined {
  const verified = facet(component, "verify_fault_tolerance")?.constraints;
  const availability = verified?.minAvailability;
  const measured = facet(component, "benchmark")?.constraints?.maxErrorRate;
  return verified?.maxErrorRate ?? measured ?? (availability === undefined ? undefined : 1 - availability);
}

function rounded(number: number): number {
  return Math.round(number * 1000) / 1000;
}
