import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** One broker may be down and messages still be sent: `min_insync_replicas` < `replication_factor`. */
export const insyncAllCopies = rule("insync-all-copies", "message_queue", (block) => {
  const { producer, replicationFactor: copies, minInsyncReplicas: least } = block;
  if ((producer?.acks ?? "all") !== "all" || copies < 2 || least !== copies) return;
  return dataProblems
    .insyncAllCopies({ copies, fewer: copies - 1, more: copies + 1 })
    .at(spanOf(block, "minInsyncReplicas"), { help: copies > 2 ? "either" : "raise" });
});
