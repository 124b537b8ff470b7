import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { majorityOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/**
 * What is asked of a quorum must be what decides: `min_quorum_size` = n/2 rounded down + 1, or the written `write_quorum`.
 * More than that is not there once a minority f has failed (q > n - f), less does not decide.
 */
export const quorumSize = rule("quorum-size", "verify_consistency", ({ constraints }, component) => {
  const block = facet(component, "consistency");
  const size = constraints?.minQuorumSize;
  if (!block || block.nodes === undefined || size === undefined || !constraints) return;
  if (block.type === "gossip" || block.type === "primary_backup") return;
  const quorum = block.writeQuorum ?? majorityOf(block.nodes);
  if (size === quorum) return;
  return dataProblems.quorumSize({ size, nodes: block.nodes, quorum }).at(spanOf(constraints, "minQuorumSize"));
});
