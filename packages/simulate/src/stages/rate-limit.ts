import { failed, nothingToCancel, type Stage, type Surroundings } from "../call.ts";
import type { Limit } from "../scenario.ts";

/**
 * Admits 1 + burst at once and then one per interval, and rejects the rest: the leaky bucket, told by the time at which
 * a call would be due if all were spread evenly.
 */
export function rateLimit({ count, per, burst }: Limit, { clock, log }: Surroundings, next: Stage): Stage {
  const interval = per / count;
  let due = 0;
  return (call, answer) => {
    const earliest = Math.max(due, clock.now());
    if (earliest - clock.now() > burst * interval) {
      log("rejected", call, { failure: "rate_limited" });
      answer(failed("rate_limited"));
      return nothingToCancel;
    }
    due = earliest + interval;
    return next(call, answer);
  };
}
