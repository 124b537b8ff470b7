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
    `raise \`total\` above ${printDuration(others * perAttempt + waits)}`,
    ...(fits > 0 && perAttempt > 0 ? [`lower \`per_attempt\` to "${sourceDuration(fits)}" or less`] : []),
    `lower \`max_attempts\` to ${attempt - 1}`,
  ];
  return problem.at(spanOf(retry, "maxAttempts"), {
    label: `${attempt - 1} ${attempt === 2 ? "attempt fits" : "attempts fit"}`,
    related: [{ message: "the deadline", span: spanOf(timeout, "total") }],
    help: `${ways.slice(0, -1).join(", ")}, or ${ways.at(-1)}`,
  });
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
