import { facet, type Component } from "../2-normalize/model.ts";
import { exact, shownNumber, type Exact } from "./exact.ts";

/** A number that says which share of the calls may fail. */
export interface Objective {
  readonly kind: "verify_fault_tolerance" | "benchmark";
  readonly field: "max_error_rate" | "min_availability";
  readonly errors: Exact;
}

/** What is permitted to fail, what is to be proven first. */
export function objectivesOf(component: Component): readonly Objective[] {
  const { maxErrorRate, minAvailability } = facet(component, "verify_fault_tolerance")?.constraints ?? {};
  const measured = facet(component, "benchmark")?.constraints?.maxErrorRate;
  const all: readonly (readonly [Objective["kind"], Objective["field"], Exact | undefined])[] = [
    ["verify_fault_tolerance", "max_error_rate", maxErrorRate === undefined ? undefined : exact(maxErrorRate)],
    [
      "verify_fault_tolerance",
      "min_availability",
      minAvailability === undefined ? undefined : exact(1).sub(minAvailability),
    ],
    ["benchmark", "max_error_rate", measured === undefined ? undefined : exact(measured)],
  ];
  return all.flatMap(([kind, field, errors]) => (errors === undefined ? [] : [{ kind, field, errors }]));
}

/** For people: `0.1 %`. */
export function shownShare(share: Exact): string {
  return `${shownNumber(share.mul(100))} %`;
}
