import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isConsensus } from "../quorums.ts";
import { rule } from "../rule.ts";

/** A node more should survive more: with n even, f = (n - 1) / 2 rounded down is that of n - 1 nodes. */
export const evenNodes = rule("even-nodes", "consistency", (block) => {
  const { nodes } = block;
  if (!isConsensus(block) || nodes === undefined || nodes % 2 === 1) return;
  const params = { nodes, survived: nodes / 2 - 1, fewer: nodes - 1, more: nodes + 1 };
  return dataProblems.evenNodes(params).at(spanOf(block, "nodes"));
});
