import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { renewalOf } from "../lock-times.ts";
import { rule } from "../rule.ts";

/** A lock must be renewed before it is free again: interval < ttl. T13 of docs/rules.md. */
export const renewalAfterExpiry = rule("renewal-after-expiry", "distributed_lock", (block) => {
  const interval = renewalOf(block);
  if (!block.autoRenewal || interval === undefined || interval < block.ttl) return;
  const params = { interval: printDuration(interval), ttl: printDuration(block.ttl) };
  return timeProblems
    .renewalAfterExpiry({ ...params, half: sourceDuration(Math.floor(block.ttl / 2)) })
    .at(spanOf(block.autoRenewal, "interval"));
});
