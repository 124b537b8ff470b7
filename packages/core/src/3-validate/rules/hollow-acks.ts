import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A message that is acknowledged outlives its leader: with `acks: "all"` of several copies, `min_insync_replicas` >= 2. */
export const hollowAcks = rule("hollow-acks", "message_queue", (block) => {
  const { provider, producer, replicationFactor: copies, minInsyncReplicas: least } = block;
  if (provider !== "kafka" || producer?.acks !== "all" || copies < 2 || (least ?? 1) > 1) return;
  const span = least === undefined ? spanOf(producer, "acks") : spanOf(block, "minInsyncReplicas");
  return dataProblems.hollowAcks({ copies }).at(span, { help: copies > 2 ? "least" : "copies" });
});
