import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { exact, shownNumber } from "../exact.ts";
import { freeAttempts, isSheltered } from "../shedding.ts";
import { rule } from "../rule.ts";

/**
 * Pods should be added before retries can keep an overload alive: u · q / l <= 1 / N, u the target, q the processor time
 * that is requested, l its limit, N the attempts, unless something holds retries back.
 */
export const autoscalerAboveStable = rule("autoscaler-above-stable", "deploy_kubernetes", (pods, component, model) => {
  const scaler = pods.horizontalPodAutoscaler;
  const target = scaler?.targetCpuUtilizationPercentage;
  const attempts = freeAttempts(facet(component, "fault_tolerance"));
  if (!scaler || target === undefined || attempts < 2 || isSheltered(component, model)) return;
  const requested = pods.resources?.requests?.cpu;
  const limit = pods.resources?.limits?.cpu;
  // Without a request there is nothing to compare with, which is a mistake of its own.
  if (requested === undefined) return;
  const part = limit === undefined ? exact(1) : exact(requested).div(limit);
  const used = exact(target).div(100).mul(part);
  if (used.mul(attempts).lte(1)) return;
  const stable = exact(100).div(part).div(attempts);
  const params = { used: `${shownNumber(used.mul(100))} %`, stable: `${shownNumber(exact(100).div(attempts))} %` };
  const lower = Number(stable.floor());
  return loadProblems
    .autoscalerAboveStable({ ...params, attempts, lower })
    .at(spanOf(scaler, "targetCpuUtilizationPercentage"), { help: lower >= 1 ? "either" : "shelter" });
});
