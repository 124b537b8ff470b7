import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isConsensus, isStrict } from "../quorums.ts";
import { rule } from "../rule.ts";

/** Parts that cannot reach each other cannot all go on and still agree: `tolerance` is `any` only where copies may differ. */
export const splitBrain = rule("split-brain", "consistency", (block) => {
  const { type, networkPartition: split, dataReplication } = block;
  const level = dataReplication?.consistencyLevel;
  if (split?.tolerance !== "any" || !(isConsensus(block) || isStrict(level))) return;
  const promise = isConsensus(block) ? `type: ${type}` : `consistency_level: ${level ?? ""}`;
  return dataProblems.splitBrain({ promise }).at(spanOf(split, "tolerance"));
});
