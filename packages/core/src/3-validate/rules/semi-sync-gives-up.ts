import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { isStrict } from "../quorums.ts";
import { rule } from "../rule.ts";

/** A write that needs a copy must wait for it: where writes may not be lost, `on_missing_copy` is `wait`. */
export const semiSyncGivesUp = rule("semi-sync-gives-up", "consistency", ({ type, dataReplication }) => {
  if (type !== "primary_backup" || !dataReplication || !isStrict(dataReplication.consistencyLevel)) return;
  const { syncMode: mode, onMissingCopy: then } = dataReplication;
  if ((mode !== "semi_sync" && mode !== "sync") || then === "wait") return;
  if (then === undefined) {
    const span = spanOf(dataReplication, "syncMode");
    return conditional("semi-sync-gives-up", "`on_missing_copy` = `wait`", "`on_missing_copy: wait`", span);
  }
  return dataProblems.semiSyncGivesUp({ mode }).at(spanOf(dataReplication, "onMissingCopy"));
});
