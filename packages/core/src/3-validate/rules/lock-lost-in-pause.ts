import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { renewalOf } from "../lock-times.ts";
import { rule } from "../rule.ts";

/**
 * A holder that stood still should find its lock still held, unless what is locked refuses it by `fencing`:
 * max_pause < ttl - interval where the lock is renewed, and hold + max_pause < ttl where it is not.
 * T13 of docs/rules.md.
 */
export const lockLostInPause = rule("lock-lost-in-pause", "distributed_lock", (block) => {
  const { ttl, hold, maxPause, fencing } = block;
  const renewal = renewalOf(block);
  const used = renewal ?? hold;
  if (fencing === true || (used !== undefined && used >= ttl)) return;
  const sure = used === undefined ? undefined : ttl - used;
  if (sure === undefined || maxPause === undefined) {
    const condition = sure === undefined ? "`hold` + `max_pause`" : "`max_pause`";
    const facts = [
      ...(sure === undefined ? ['`hold: "..."`'] : []),
      ...(maxPause === undefined ? ['`max_pause: "..."`'] : []),
    ];
    return conditional(
      "lock-lost-in-pause",
      `${condition} < ${printDuration(sure ?? ttl)}`,
      [...facts, "`fencing: true`"].join(", "),
      spanOf(block, "ttl"),
    );
  }
  if (maxPause < sure) return;
  // An interval that nobody wrote is a third of the lifetime and grows with it.
  const follows = renewal !== undefined && block.autoRenewal?.interval === undefined;
  const long = 1 + (follows ? Math.floor((maxPause * 3) / 2) : (used ?? 0) + maxPause);
  const enough = sourceDuration(Math.ceil(long / 1000) * 1000);
  return timeProblems
    .lockLostInPause({ pause: printDuration(maxPause), sure: printDuration(sure), enough })
    .at(spanOf(block, "ttl"));
});
