import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { comparedIn } from "../compared.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/**
 * An alert that nothing is registered should not wait for the registry longer than for itself:
 * `interval` + `timeout` + `deregister_critical_service_after` <= `duration`.
 */
export const absenceAlertLate = rule("absence-alert-late", "alerts", ({ rules }, component) => {
  const check = facet(component, "service_discovery")?.healthCheck;
  return Object.values(rules).flatMap((alert) => {
    const compared = comparedIn(alert.condition);
    if (compared?.metric !== "registered_services" || compared.operator !== "==" || compared.value !== 0) return [];
    const span = spanOf(alert, "duration");
    const removed = check?.deregisterCriticalServiceAfter;
    if (!check?.enabled || removed === undefined) {
      const law = `\`interval\` + \`timeout\` + \`deregister_critical_service_after\` <= ${printDuration(alert.duration)}`;
      return [conditional("absence-alert-late", law, `\`service_discovery ${component.name}\``, span)];
    }
    const detected = check.interval + check.timeout;
    if (detected + removed <= alert.duration) return [];
    const params = {
      detected: printDuration(detected),
      removed: printDuration(removed),
      duration: printDuration(alert.duration),
      all: printDuration(detected + removed + alert.duration),
    };
    return [observabilityProblems.absenceAlertLate(params).at(span)];
  });
});
