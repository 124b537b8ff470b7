import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { isConsensus } from "../quorums.ts";
import { rule } from "../rule.ts";

/** Where a majority decides a write waits for a majority: `sync_mode` is `quorum`. */
export const syncModeIgnored = rule("sync-mode-ignored", "consistency", (block) => {
  const { type, dataReplication } = block;
  const mode = dataReplication?.syncMode;
  if (!isConsensus(block) || !dataReplication || mode === undefined || mode === "quorum") return;
  return dataProblems.syncModeIgnored({ type, mode }).at(spanOf(dataReplication, "syncMode"));
});
