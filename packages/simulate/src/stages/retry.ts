import { pauses, type RetryPolicy } from "@dpm/core";
import type { Call, Result, Stage, Surroundings } from "../call.ts";
import type { Timer } from "../clock.ts";

/** Tries again, after a pause, what failed in a way that may pass, as long as the request can be sent again. */
export function retry(policy: RetryPolicy, { clock, random, log }: Surroundings, next: Stage): Stage {
  const plain = pauses(policy);
  return (call, answer) => {
    let attempt = 1;
    let pausing: Timer | undefined;
    let previous = policy.initialDelay;

    const begin = () => {
      pausing = undefined;
      log("attempt", call, { attempt });
      return next({ ...call, attempt }, heard);
    };
    const heard = (result: Result): void => {
      const upTo = plain[attempt - 1];
      if (upTo === undefined || !isRetried(policy, call, result)) return answer(result);
      previous = drawPause(policy, upTo, previous, random);
      log("pause", call, { attempt, lasts: previous });
      attempt += 1;
      // Also a pause of nothing lets time play, so that no number of attempts fills the stack.
      pausing = clock.after(previous, () => void (running = begin()));
    };
    let running = begin();
    return (by) => {
      if (pausing) pausing.cancel();
      else running(by);
    };
  };
}

/**
 * Nothing was sent when a connection failed, so that may always be tried again. An error is what `503` names where a
 * status is seen and `reset` in code; it and a timeout may have been served, so only an idempotent request is sent again.
 */
function isRetried({ on }: RetryPolicy, call: Call, result: Result): boolean {
  if (result.ok) return false;
  if (result.failure === "connect_failure") return on.includes("connect_failure");
  if (!call.idempotent) return false;
  if (result.failure === "timeout") return on.includes("timeout");
  return result.failure === "error" && (on.includes("503") || on.includes("reset"));
}

/**
 * Exponential with jitter: anything up to the plain pause. Decorrelated: anything between the first pause and three
 * times the one before, never above the maximum.
 */
function drawPause(
  { backoff, initialDelay, maxDelay }: RetryPolicy,
  plain: number,
  previous: number,
  random: () => number,
): number {
  if (backoff === "exponential_jitter") return Math.floor(random() * (plain + 1));
  if (backoff !== "decorrelated_jitter" || plain <= initialDelay) return plain;
  const upTo = Math.min(maxDelay, 3 * previous);
  return Math.max(Math.min(initialDelay, maxDelay), Math.floor(initialDelay + random() * (upTo - initialDelay + 1)));
}
