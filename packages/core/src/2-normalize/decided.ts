import { combine, traced, type Traced } from "@dpm/print";
import type { Origin } from "./origin.ts";

/** A value that dpm or a target derived: `what` says how, in words; it comes from all of `from`. */
export function decided<T>(what: string, value: T, ...from: readonly (Traced<unknown> | undefined)[]): Traced<T> {
  const { origins } = combine(
    from.filter((one) => one !== undefined),
    () => undefined,
  );
  const origin: Origin = { kind: "decision", what, from: origins as readonly Origin[] };
  return traced(value, [origin]);
}
