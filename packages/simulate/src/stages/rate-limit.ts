import { failed, nothingToCancel, type Stage, type Surroundings } from "../call.ts";
import type { Limit } from "../scenario.ts";

/**
 * Admits 1 + burst at once and then one per interval, and rejects the rest: the leaky bucket, told by the time at which
 * a call would be due if all were spread evenly.
 */
export function rateLimit({ count, per, burst, perCaller }: Limit, { clock, log }: Surroundings, next: Stage): Stage {
  const interval = per / count;
  const due = new Map<number, number>();
  return (call, answer) => {
    const client = perCaller ? call.caller : 0;
    const earliest = Math.max(due.get(client) ?? 0, clock.now());
    if (earliest - clock.now() > burst * interval) {
      log("rejected", call, { failure: "rate_limited" });
      answer(failed("rate_limited"));
      return nothingToCancel;
    }
    due.set(client, earliest + interval);
    return next(call, answer);
  };
}
