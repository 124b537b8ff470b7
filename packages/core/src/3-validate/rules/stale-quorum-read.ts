import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isLoose, majorityOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/**
 * A read must meet every write in at least one node: q_r + q_w > n,
 * a quorum that is not written being a majority.
 */
export const staleQuorumRead = rule("stale-quorum-read", "consistency", (block) => {
  const { type, nodes, readQuorum, writeQuorum, dataReplication } = block;
  if (type !== "quorum" || nodes === undefined || isLoose(dataReplication?.consistencyLevel)) return;
  const reads = readQuorum ?? majorityOf(nodes);
  const writes = writeQuorum ?? majorityOf(nodes);
  if (reads + writes > nodes || writes > nodes || reads > nodes) return;
  const params = { nodes, reads, writes, moreReads: nodes - writes + 1, moreWrites: nodes - reads + 1 };
  const field = readQuorum === undefined ? "writeQuorum" : "readQuorum";
  return dataProblems.staleQuorumRead(params).at(spanOf(block, field));
});
