import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { pauses, type PausePolicy } from "../../2-normalize/policy.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { sum } from "../attempts.ts";
import { conditional } from "../conditional.ts";
import { longestHold } from "../lock-times.ts";
import { rule } from "../rule.ts";

/** Who tries again for a lock should wait as long as its holder works: Σ pauses >= hold. T14 of docs/rules.md. */
export const lockGivesUp = rule("lock-gives-up", "distributed_lock", (block) => {
  const { retry, hold } = block;
  // Who tries once does not mean to wait.
  if (!retry || retry.maxAttempts < 2) return;
  const patience = sum(pauses(retry));
  if (patience >= (longestHold(block) ?? Infinity)) return;
  if (hold === undefined) {
    const condition = `\`hold\` <= ${printDuration(patience)}`;
    return conditional("lock-gives-up", condition, '`hold: "..."`', spanOf(retry, "maxAttempts"));
  }
  if (patience >= hold) return;
  const enough = attemptsFor(hold, retry);
  const delay = sourceDuration(Math.ceil(hold / (retry.maxAttempts - 1) / 1000) * 1000);
  return timeProblems
    .lockGivesUp({ patience: printDuration(patience), hold: printDuration(hold), enough: enough ?? 0, delay })
    .at(spanOf(retry, "maxAttempts"), { help: enough === undefined ? "longer" : "more" });
});

/** The fewest attempts whose pauses are as long; none where 1000 are not enough. */
function attemptsFor(time: number, retry: PausePolicy): number | undefined {
  let left = time;
  for (const [index, pause] of pauses({ ...retry, maxAttempts: 1000 }).entries()) {
    left -= pause;
    if (left <= 0) return index + 2;
  }
  return undefined;
}
