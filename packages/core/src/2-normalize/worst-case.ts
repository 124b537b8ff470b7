import { pauses, type Policy } from "./policy.ts";

/**
 * The longest that a call can take, in microseconds: W = total, or w + N · T + Σ pauses where no total is written, w the
 * wait in the bulkhead. `undefined` where nothing bounds it.
 */
export function worstCaseOf({ timeout, retry, bulkhead }: Policy): number | undefined {
  if (timeout.total !== undefined) return timeout.total;
  if (timeout.perAttempt === undefined) return undefined;
  const waits = (retry ? pauses(retry) : []).reduce((sum, one) => sum + one, 0);
  return (bulkhead?.maxWait ?? 0) + (retry?.maxAttempts ?? 1) * timeout.perAttempt + waits;
}
