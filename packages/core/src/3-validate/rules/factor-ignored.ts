import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isConsensus } from "../quorums.ts";
import { rule } from "../rule.ts";

/** Where a majority decides every voter has a copy: `factor` = n. */
export const factorIgnored = rule("factor-ignored", "consistency", (block) => {
  const { type, nodes, dataReplication } = block;
  const factor = dataReplication?.factor;
  if (!isConsensus(block) || !dataReplication || nodes === undefined || factor === undefined || factor === nodes)
    return;
  return dataProblems.factorIgnored({ type, nodes, factor }).at(spanOf(dataReplication, "factor"));
});
