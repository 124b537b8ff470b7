import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A copy that misses acknowledged messages must not take over: with `acks: "all"` no `unclean_leader_election`. */
export const uncleanElection = rule("unclean-election", "message_queue", (block) => {
  if (block.producer?.acks !== "all" || block.uncleanLeaderElection !== true) return;
  return dataProblems.uncleanElection().at(spanOf(block, "uncleanLeaderElection"));
});
