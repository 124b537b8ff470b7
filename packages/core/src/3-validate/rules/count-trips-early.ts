import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { facet, type Component } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import type { Rate } from "../../fields/field.ts";
import { conditional } from "../conditional.ts";
import { exact, rateOf, shownNumber, shownRate, type Exact } from "../exact.ts";
import { instancesOf } from "../instances.ts";
import { rule } from "../rule.ts";

/**
 * A count of failures should not open the breaker inside the objective: λ / n · p · W < F, λ the `load` or the demanded
 * throughput, n the processes over which it is spread, p the share of errors that is permitted, or else the usual one,
 * W the window, F the count.
 * B05 of docs/rules.md.
 */
export const countTripsEarly = rule("count-trips-early", "fault_tolerance", (block, component) => {
  const { circuitBreaker } = block;
  const { breaker } = component.policy;
  if (!circuitBreaker || breaker?.window.kind !== "time" || breaker.trip.kind !== "count") return;
  const { failures } = breaker.trip;
  const window = breaker.window.length;
  const load = block.load ?? demandOn(component);
  const share = permittedErrors(component) ?? block.errorRate;
  const span = spanOf(circuitBreaker.failureThreshold, "failures");
  const instances = Math.max(1, instancesOf(component) ?? 1);
  if (!load || share === undefined) {
    const terms = [load ? shownRate(rateOf(load)) : "`load`", share === undefined ? "`error_rate`" : percent(share)];
    const condition = `${[...terms, printDuration(window)].join(" * ")} < ${failures * instances}`;
    const facts = [...(load ? [] : ['`load: "..."`']), ...(share === undefined ? ['`error_rate: "..."`'] : [])];
    return conditional("count-trips-early", condition, facts.join(", "), span);
  }
  const rate = rateOf(load).div(instances);
  const expected = rate.mul(exact(share)).mul(window);
  if (expected.lt(failures)) return;
  const params = {
    ...{ rate: shownNumber(rate.mul(1_000_000)), share: percent(share), expected: shownNumber(expected) },
    ...{ window: printDuration(window), failures, enough: whole(expected.floor()) + 1 },
  };
  return ruleProblems.countTripsEarly(params).at(span);
});

function demandOn(component: Component): Rate | undefined {
  return facet(component, "benchmark")?.constraints?.minThroughput;
}

function permittedErrors(component: Component): number | undefined {
  const verified = facet(component, "verify_fault_tolerance")?.constraints;
  const availability = verified?.minAvailability;
  const measured = facet(component, "benchmark")?.constraints?.maxErrorRate;
  const permitted = availability === undefined ? undefined : Number(exact(1).sub(exact(availability)));
  return verified?.maxErrorRate ?? measured ?? permitted;
}

function percent(share: number): string {
  return `${shownNumber(exact(share).mul(100))} %`;
}

function whole(number: Exact): number {
  return Number(number);
}
