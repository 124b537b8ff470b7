import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { longestAttempt, worstCaseOf } from "../../2-normalize/worst-case.ts";
import { rule } from "../rule.ts";

/**
 * A pod should not be started again while its calls may still end: F · period >= W, F the failures in a row that the
 * liveness probe allows, W the longest that a call may take.
 * T10 of docs/rules.md.
 */
export const restartBeforeDeadline = rule(
  "restart-before-deadline",
  "deploy_kubernetes",
  ({ livenessProbe: probe }, { policy }) => {
    const worst = worstCaseOf(policy);
    if (!probe || worst === undefined) return;
    const patience = probe.failureThreshold * probe.period;
    if (patience >= worst) return;
    const has = policy.timeout.total === undefined ? "perAttempt" : "total";
    const fits = has === "total" ? patience : longestAttempt(policy, patience);
    const params = {
      ...{ patience: printDuration(patience), worst: printDuration(worst), fits: sourceDuration(fits) },
      enough: Math.ceil(worst / probe.period),
    };
    return timeProblems
      .restartBeforeDeadline(params)
      .at(spanOf(probe, "failureThreshold"), { help: fits > 0 ? has : "probe" });
  },
);
