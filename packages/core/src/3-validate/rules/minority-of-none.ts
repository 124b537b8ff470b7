import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { isConsensus } from "../quorums.ts";
import { rule } from "../rule.ts";

/** A minority that may be cut off has at least one node: n >= 2 · f + 1 with f = 1. */
export const minorityOfNone = rule("minority-of-none", "consistency", (block) => {
  const { nodes, networkPartition: split } = block;
  if (!isConsensus(block) || nodes === undefined || nodes >= 3) return;
  if (split?.tolerance !== "minority" || !written(split, "tolerance")) return;
  return dataProblems.minorityOfNone({ nodes }).at(spanOf(split, "tolerance"));
});
