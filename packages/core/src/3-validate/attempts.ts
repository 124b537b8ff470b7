import { phrases } from "../diagnostics/catalogue/phrases.ts";
import { rulePhrases } from "../diagnostics/catalogue/rules.ts";
import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Problem } from "../diagnostics/define.ts";
import { pauses } from "../2-normalize/policy.ts";
import { spanOf } from "../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../2-normalize/units/duration.ts";

type Retry = NonNullable<FaultTolerance["retry"]>;
type Timeout = NonNullable<FaultTolerance["timeout"]>;

/** The first attempt that would begin at the deadline or later, where each before it takes `perAttempt` and a pause of `waits`. */
export interface Late {
  readonly attempt: number;
  readonly startsAt: number;
}

export function firstLate(waits: readonly number[], perAttempt: number, total: number): Late | undefined {
  let startsAt = 0;
  for (const [index, wait] of waits.entries()) {
    startsAt += perAttempt + wait;
    if (startsAt >= total) return { attempt: index + 2, startsAt };
  }
  return undefined;
}

/** Says it at `max_attempts`, with every repair that lets all attempts begin even after the longest pauses. */
export function sayLate(problem: Problem, { attempt }: Late, retry: Retry, timeout: Timeout): Diagnostic {
  const { total = 0, perAttempt = 0 } = timeout;
  const waits = sum(pauses(retry));
  const others = retry.maxAttempts - 1;
  const fits = Math.floor((total - waits - 1) / others / 1000) * 1000;
  const ways = [
    rulePhrases.raiseTotalAbove({ time: printDuration(others * perAttempt + waits) }),
    ...(fits > 0 && perAttempt > 0 ? [rulePhrases.lowerPerAttempt({ fits: sourceDuration(fits) })] : []),
  ];
  return problem.at(spanOf(retry, "maxAttempts"), {
    label: attempt === 2 ? rulePhrases.oneFits() : rulePhrases.fit({ attempts: attempt - 1 }),
    related: [{ message: phrases.theDeadline(), span: spanOf(timeout, "total") }],
    help: phrases.orLast({ others: ways, last: rulePhrases.lowerAttempts({ attempts: attempt - 1 }) }),
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
