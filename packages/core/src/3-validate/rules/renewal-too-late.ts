import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { renewalOf } from "../lock-times.ts";
import { rule } from "../rule.ts";

/** One renewal that fails should not lose the lock: interval <= ttl / 2, so that there is time for another. T13 of docs/rules.md. */
export const renewalTooLate = rule("renewal-too-late", "distributed_lock", (block) => {
  const { ttl, autoRenewal } = block;
  const interval = renewalOf(block);
  // One that comes after the end is an error of its own.
  if (!autoRenewal || interval === undefined || 2 * interval <= ttl || interval >= ttl) return;
  return timeProblems
    .renewalTooLate({
      ...{ interval: printDuration(interval), ttl: printDuration(ttl) },
      ...{ half: sourceDuration(Math.floor(ttl / 2)), enough: sourceDuration(2 * interval) },
    })
    .at(spanOf(autoRenewal, "interval"));
});
