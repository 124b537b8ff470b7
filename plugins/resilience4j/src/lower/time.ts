import { map, type Traced } from "@dpm/print";
import { printDuration, type Ledger } from "@dpm/core";
import { problems } from "../diagnostics.ts";

/** The fields of a container that hold durations. */
type DurationField<C> = { [F in keyof C & string]: C[F] extends number ? F : never }[keyof C & string];

/** Resilience4j turns most of its durations into milliseconds (IntervalFunction, SemaphoreBulkhead): the next one up. */
export function milliseconds<C extends object>(on: Ledger, container: C, field: DurationField<C>): Traced<number> {
  const wanted = container[field] as number;
  const printed = Math.ceil(wanted / 1000) * 1000;
  if (printed === wanted) return on.exact(container, field) as Traced<number>;
  const reason = problems.wholeMilliseconds({ printed: printDuration(printed), wanted: printDuration(wanted) });
  return map(on.approximated(container, field, reason) as Traced<number>, () => printed);
}
