import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A quorum must be there to be reached: q_r <= n and q_w <= n. */
export const quorumAboveNodes = rule("quorum-above-nodes", "consistency", (block) => {
  const { nodes } = block;
  if (nodes === undefined) return;
  return (["readQuorum", "writeQuorum"] as const).flatMap((field) => {
    const quorum = block[field];
    if (quorum === undefined || quorum <= nodes) return [];
    const name = field === "readQuorum" ? "read_quorum" : "write_quorum";
    return [dataProblems.quorumAboveNodes({ name, quorum, nodes }).at(spanOf(block, field))];
  });
});
