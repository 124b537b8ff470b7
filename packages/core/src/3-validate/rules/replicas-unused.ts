import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Where there is an autoscaler nobody else says how many pods run: each would undo what the other does. */
export const replicasUnused = rule("replicas-unused", "deploy_kubernetes", (block) => {
  const { replicas, horizontalPodAutoscaler: scaler } = block;
  if (replicas === undefined || !scaler) return;
  const params = { replicas, min: scaler.minReplicas, max: scaler.maxReplicas };
  return kindProblems.replicasUnused(params).at(spanOf(block, "replicas"));
});
