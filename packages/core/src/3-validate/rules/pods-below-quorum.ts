import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { consensusOf, majorityOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/** A majority must run: `min_replicas` of the autoscaler, or `replicas` without one, is at least n/2 rounded down + 1. */
export const podsBelowQuorum = rule("pods-below-quorum", "deploy_kubernetes", (block, component) => {
  const nodes = consensusOf(component)?.nodes;
  const { replicas, horizontalPodAutoscaler: scaler } = block;
  const least = scaler?.minReplicas ?? replicas;
  if (nodes === undefined || least === undefined || least >= majorityOf(nodes)) return;
  const [span, help] = scaler
    ? ([spanOf(scaler, "minReplicas"), "scaler"] as const)
    : ([spanOf(block, "replicas"), "replicas"] as const);
  return loadProblems.podsBelowQuorum({ least, nodes, majority: majorityOf(nodes) }).at(span, { help });
});
