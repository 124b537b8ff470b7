import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** There must be as many copies as are waited for: `min_insync_replicas` <= `replication_factor`. */
export const insyncAboveCopies = rule("insync-above-copies", "message_queue", (block) => {
  const { producer, replicationFactor: copies, minInsyncReplicas: least } = block;
  if ((producer?.acks ?? "all") !== "all" || least === undefined || least <= copies) return;
  return dataProblems.insyncAboveCopies({ copies, least }).at(spanOf(block, "minInsyncReplicas"));
});
