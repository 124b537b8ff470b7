import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { breakerStates } from "../../2-normalize/condition.ts";
import { comparedIn } from "../compared.ts";
import { rule } from "../rule.ts";

/** A breaker that stays open must raise its alert before a probe interrupts it: `duration` < `reset_timeout`. */
export const openAlertRestarts = rule("open-alert-restarts", "alerts", ({ rules }, { policy }) => {
  const reset = policy.breaker?.resetTimeout;
  // Without probes it stays open until somebody comes.
  if (reset === undefined || policy.breaker?.probes === 0) return;
  return Object.values(rules).flatMap((alert) => {
    const compared = comparedIn(alert.condition);
    const isOpen =
      compared?.operator === "==" && (compared.value === breakerStates["open"] || compared.value === "open");
    if (compared?.metric !== "circuit_breaker_state" || !isOpen || alert.duration < reset) return [];
    const params = { duration: printDuration(alert.duration), reset: printDuration(reset) };
    return [observabilityProblems.openAlertRestarts(params).at(spanOf(alert, "duration"))];
  });
});
