import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/** Who answers a read must know that nobody else has taken a write since: a linearizable `reads` is `read_index` or `lease`. */
export const staleReads = rule("stale-reads", "consistency", (block) => {
  const { type, reads, dataReplication } = block;
  if (type === "quorum" || !dataReplication || dataReplication.consistencyLevel !== "linearizable") return;
  if (reads === undefined) {
    const span = keySpanOf(dataReplication, "consistencyLevel");
    return conditional("stale-reads", "`reads` = `read_index`", "`reads: read_index`", span);
  }
  if (reads === "read_index" || reads === "lease") return;
  return dataProblems.staleReads({ reads }).at(spanOf(block, "reads"));
});
