import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { longestHold, renewalOf } from "../lock-times.ts";
import { rule } from "../rule.ts";

/** A lock should be held until the work is done: hold < ttl without renewals, hold < the longest hold with them. T15 of docs/rules.md. */
export const lockEndsBeforeWork = rule("lock-ends-before-work", "distributed_lock", (block) => {
  const { hold, deadlockDetection } = block;
  const held = longestHold(block);
  if (held === undefined) return;
  if (hold === undefined) {
    const condition = `\`hold\` < ${printDuration(held)}`;
    return conditional("lock-ends-before-work", condition, '`hold: "..."`', keySpanOf(block));
  }
  if (hold < held) return;
  const params = {
    ...{ hold: printDuration(hold), held: printDuration(held) },
    enough: sourceDuration(Math.ceil((hold + 1) / 1000) * 1000),
  };
  const isRenewed = renewalOf(block) !== undefined;
  const span = isRenewed && deadlockDetection ? spanOf(deadlockDetection, "timeout") : spanOf(block, "ttl");
  return timeProblems.lockEndsBeforeWork(params).at(span, { help: isRenewed ? "limit" : "ttl" });
});
