import { map, type Traced } from "@dpm/print";

/** Microseconds up to whole milliseconds, at least one: Istio refuses anything finer (agent.ValidateDuration). */
export function wholeMilliseconds(time: number): number {
  return Math.max(1, Math.ceil(time / 1000)) * 1000;
}

/** The same of a value that knows where it came from. */
export function inMilliseconds(time: Traced<number>): Traced<number> {
  return map(time, wholeMilliseconds);
}
