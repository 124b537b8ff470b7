import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { comparedIn } from "../compared.ts";
import { exact } from "../exact.ts";
import { objectivesOf, shownShare } from "../objectives.ts";
import { rule } from "../rule.ts";

/** Somebody must be told once more fails than may: an alert's threshold of `error_rate` is at most the permitted share. */
export const alertAboveObjective = rule("alert-above-objective", "alerts", ({ rules }, component) => {
  const [objective] = objectivesOf(component);
  if (!objective) return;
  return Object.values(rules).flatMap((alert) => {
    const compared = comparedIn(alert.condition);
    if (compared?.metric !== "error_rate" || !compared.operator.startsWith(">")) return [];
    if (typeof compared.value !== "number") return [];
    const threshold = exact(compared.value);
    if (threshold.lte(objective.errors)) return [];
    const { kind, field, errors } = objective;
    const params = { threshold: shownShare(threshold), permitted: shownShare(errors), kind, field };
    const condition = `error_rate ${compared.operator} ${errors.valueOf()}`;
    return [observabilityProblems.alertAboveObjective({ ...params, condition }).at(spanOf(alert, "condition"))];
  });
});
