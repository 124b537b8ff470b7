import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isConsensus, isLoose, majorityOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/** Two writes must have one node in common: 2 · q_w > n. */
export const quorumsDisjoint = rule("quorums-disjoint", "consistency", (block) => {
  const { type, nodes, writeQuorum, dataReplication } = block;
  const agrees = isConsensus(block) || (type === "quorum" && !isLoose(dataReplication?.consistencyLevel));
  if (!agrees || nodes === undefined || writeQuorum === undefined || 2 * writeQuorum > nodes) return;
  return dataProblems
    .quorumsDisjoint({ nodes, writes: writeQuorum, majority: majorityOf(nodes) })
    .at(spanOf(block, "writeQuorum"));
});
