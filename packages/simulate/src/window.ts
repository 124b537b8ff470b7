import type { BreakerPolicy } from "@dpm/core";

/** The calls that a closed breaker judges by. */
export interface Window {
  /** Takes in a completed call and says whether the breaker must open now, a success included. */
  readonly opens: (failed: boolean, now: number) => boolean;
}

export function createWindow({ trip, window }: BreakerPolicy): Window {
  return trip.kind === "consecutive" ? inARow(trip.failures) : overWindow(trip, window);
}

function inARow(limit: number): Window {
  let row = 0;
  return {
    opens: (failed) => {
      row = failed ? row + 1 : 0;
      return row >= limit;
    },
  };
}

/** By time a call counts while less than the length has passed since it ended. */
function overWindow(
  trip: Exclude<BreakerPolicy["trip"], { kind: "consecutive" }>,
  window: BreakerPolicy["window"],
): Window {
  const calls: { readonly at: number; readonly failed: boolean }[] = [];
  let first = 0;
  let failures = 0;
  const isOut = (at: number, now: number): boolean =>
    window.kind === "time" ? at <= now - window.length : calls.length - first > window.size;

  return {
    opens: (failed, now) => {
      calls.push({ at: now, failed });
      if (failed) failures += 1;
      for (let oldest = calls[first]; oldest && isOut(oldest.at, now); oldest = calls[first]) {
        if (oldest.failed) failures -= 1;
        first += 1;
      }
      if (first > 1000) first -= calls.splice(0, first).length;
      const total = calls.length - first;
      if (total < trip.minimum) return false;
      return trip.kind === "rate" ? failures * trip.of >= trip.failures * total : failures >= trip.failures;
    },
  };
}
