import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { componentOf, edgesFrom, facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { exact } from "../exact.ts";
import { shownShare } from "../objectives.ts";
import { alwaysAnswers } from "../shedding.ts";
import { rule } from "../rule.ts";

/**
 * A component cannot be better than all that it needs: Π A_i >= A, A_i the `min_availability` of each component
 * that it calls and that has no fallback which always answers.
 */
export const dependenciesBelowObjective = rule(
  "dependencies-below-objective",
  "verify_fault_tolerance",
  ({ constraints }, component, model) => {
    const target = constraints?.minAvailability;
    if (!constraints || target === undefined) return;
    const needed = edgesFrom(model, component.name)
      .filter((edge) => edge.from === "service")
      .flatMap((edge) => componentOf(model, edge.callee) ?? [])
      .filter((one) => !alwaysAnswers(one.policy));
    const availability = needed.map((one) => facet(one, "verify_fault_tolerance")?.constraints?.minAvailability);
    const product = availability.reduce((all, one) => all.mul(one ?? 1), exact(1));
    const span = spanOf(constraints, "minAvailability");
    const unknown = needed.filter((_, index) => availability[index] === undefined).map((one) => one.name);
    // Rounded down, so that what is written can be kept.
    const floor = Number(product.floor(6).valueOf().toFixed(6));
    if (product.lt(target)) {
      const names = needed.filter((one) => !unknown.includes(one.name)).map((one) => `\`${one.name}\``);
      const params = { target: shownShare(exact(target)), reachable: shownShare(product), names, floor };
      return observabilityProblems.dependenciesBelowObjective(params).at(span);
    }
    if (unknown.length === 0) return;
    const least = Number(exact(target).div(product).ceil(6).valueOf().toFixed(6));
    const law = `${unknown.map((name) => `\`${name}.min_availability\``).join(" × ")} >= ${least}`;
    const input = unknown.map((name) => `\`verify_fault_tolerance ${name}\``).join(", ");
    return conditional("dependencies-below-objective", law, input, span);
  },
);
