import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A share of processor time is a share of what is requested, so something must be. */
export const cpuRequestMissing = rule("cpu-request-missing", "deploy_kubernetes", (block) => {
  const { resources, horizontalPodAutoscaler: scaler } = block;
  if (scaler?.targetCpuUtilizationPercentage === undefined || resources?.requests?.cpu !== undefined) return;
  return kindProblems.cpuRequestMissing({ name: block.name }).at(spanOf(scaler, "targetCpuUtilizationPercentage"));
});
