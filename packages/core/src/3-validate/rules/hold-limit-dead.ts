import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { renewalOf } from "../lock-times.ts";
import { rule } from "../rule.ts";

/** The longest hold limits something only if the lock can last as long: without renewals timeout <= ttl. T15 of docs/rules.md. */
export const holdLimitDead = rule("hold-limit-dead", "distributed_lock", (block) => {
  const { ttl, deadlockDetection: limit } = block;
  if (!limit?.enabled || renewalOf(block) !== undefined || limit.timeout <= ttl) return;
  return timeProblems
    .holdLimitDead({ timeout: printDuration(limit.timeout), ttl: printDuration(ttl), fits: sourceDuration(ttl) })
    .at(spanOf(limit, "timeout"));
});
