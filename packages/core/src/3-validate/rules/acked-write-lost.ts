import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { isStrict, majorityOf } from "../quorums.ts";
import { rule } from "../rule.ts";

/**
 * Whoever chooses a new primary must know every acknowledged write: (k + 1) + q > n,
 * k the backups that a write waits for, q the majority that chooses.
 */
export const ackedWriteLost = rule("acked-write-lost", "consistency", (block) => {
  const { type, dataReplication } = block;
  if (type !== "primary_backup" || !dataReplication || !isStrict(dataReplication.consistencyLevel)) return;
  const waited = { async: 0, semi_sync: 1, sync: undefined, quorum: undefined }[dataReplication.syncMode ?? "sync"];
  if (waited === undefined) return;
  const copies = waited + 1;
  // n - (n/2 rounded down) < copies + 1 holds up to n = 2 · copies.
  const most = 2 * copies;
  const nodes = block.nodes ?? dataReplication.factor;
  const span = spanOf(dataReplication, "syncMode");
  if (nodes === undefined) return conditional("acked-write-lost", `\`nodes\` <= ${most}`, `\`nodes: ${most}\``, span);
  if (copies + majorityOf(nodes) > nodes) return;
  return dataProblems.ackedWriteLost({ copies, nodes, others: nodes - copies, most }).at(span);
});
