import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { facet, type Component } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import type { Span } from "../../source/source-file.ts";
import { exact } from "../exact.ts";
import { objectivesOf, shownShare, type Objective } from "../objectives.ts";
import { rule } from "../rule.ts";

/**
 * One component has one objective: `max_error_rate` to be proven, `max_error_rate` to be measured and
 * 1 - `min_availability` are one number.
 */
export const objectivesDiffer = rule("objectives-differ", "verify_fault_tolerance", (_, component) => {
  const all = objectivesOf(component);
  const strictest = all.reduce<Objective | undefined>(
    (best, one) => (best && best.errors.lte(one.errors) ? best : one),
    undefined,
  );
  if (!strictest) return;
  return all.flatMap((one) => {
    if (one.errors.equals(strictest.errors)) return [];
    const value = one.field === "min_availability" ? exact(1).sub(strictest.errors) : strictest.errors;
    const params = {
      ...{ field: one.field, permitted: shownShare(one.errors), value: value.valueOf() },
      ...{ other: `${strictest.kind}.${strictest.field}`, strict: shownShare(strictest.errors) },
    };
    return [observabilityProblems.objectivesDiffer(params).at(placeOf(one, component))];
  });
});

function placeOf({ kind, field }: Objective, component: Component): Span | undefined {
  const constraints = facet(component, kind)?.constraints;
  return constraints && spanOf(constraints, field === "max_error_rate" ? "maxErrorRate" : "minAvailability");
}
