import { pauses, type Policy } from "./policy.ts";

/**
 * The longest that a call can take, in microseconds: W = w + N · T + Σ pauses, w the wait in the bulkhead, and never longer
 * than the total. `undefined` where nothing bounds it.
 */
export function worstCaseOf(policy: Policy): number | undefined {
  const { total, perAttempt } = policy.timeout;
  if (perAttempt === undefined) return total;
  const attempts = waits(policy) + (policy.retry?.maxAttempts ?? 1) * perAttempt;
  return total === undefined ? attempts : Math.min(total, attempts);
}

/** The longest limit of an attempt, in whole milliseconds, with which a call takes no longer than `limit`; 0 where none is short enough. */
export function longestAttempt(policy: Policy, limit: number): number {
  const each = (limit - waits(policy)) / (policy.retry?.maxAttempts ?? 1);
  return Math.max(0, Math.floor(each / 1000) * 1000);
}

/** All that a call may take in which nothing is tried. */
function waits({ retry, bulkhead }: Pick<Policy, "retry" | "bulkhead">): number {
  return (bulkhead?.maxWait ?? 0) + (retry ? pauses(retry) : []).reduce((sum, one) => sum + one, 0);
}
