import { shortestPauses, type Policy } from "../2-normalize/policy.ts";

/**
 * How many calls that hang one caller completes at most in a window of time that ends with one of them, in (t - W, t].
 * A call ends at its own limit or at the deadline of the whole; the next request follows at once, pauses are the shortest.
 * `undefined` where nothing ends a call that hangs.
 */
export function completedByOne(policy: Policy, window: number): number | undefined {
  const cycle = cycleOf(policy);
  if (!cycle) return undefined;
  const { ends, length } = cycle;
  const rest = window % length;
  const most = ends.reduce((best, last) => Math.max(best, within(ends, length, last, rest)), 0);
  return Math.floor(window / length) * ends.length + most;
}

/** The shortest window that can hold so many of these calls. */
export function windowFor(policy: Policy, calls: number): number | undefined {
  const cycle = cycleOf(policy);
  if (!cycle) return undefined;
  const { ends, length } = cycle;
  const whole = Math.floor((calls - 1) / ends.length);
  const further = (calls - 1) % ends.length;
  const spans = ends.map((end, index) => {
    const last = index + further;
    return (ends[last % ends.length] ?? 0) + (last >= ends.length ? length : 0) - end;
  });
  return whole * length + Math.min(...spans) + 1;
}

/** How long a request takes whose calls all hang; `undefined` where nothing ends a call that hangs. */
export function hangsFor(policy: Policy): number | undefined {
  return cycleOf(policy)?.length;
}

/** When the calls of one request end, and how long the request takes. */
interface Cycle {
  readonly ends: readonly number[];
  readonly length: number;
}

function cycleOf({ timeout, retry, idempotent }: Policy): Cycle | undefined {
  const { perAttempt, total } = timeout;
  if (perAttempt === undefined || (total !== undefined && perAttempt >= total))
    return total === undefined ? undefined : { ends: [total], length: total };
  // A call that timed out may have been served: it is tried again only if that does no harm.
  const waits = retry && idempotent && retry.on.includes("timeout") ? shortestPauses(retry) : [];
  const ends: number[] = [];
  let now = 0;
  for (const wait of [...waits, 0]) {
    if (total !== undefined && now + perAttempt >= total) return { ends: [...ends, total], length: total };
    ends.push(now + perAttempt);
    now += perAttempt + wait;
    if (total !== undefined && now >= total) return { ends, length: total };
  }
  return { ends, length: now };
}

/** How many ends lie in (last - rest, last], those of the request before included. */
function within(ends: readonly number[], length: number, last: number, rest: number): number {
  const isIn = (end: number): boolean => end > last - rest && end <= last;
  return ends.filter((end) => isIn(end) || isIn(end - length)).length;
}
