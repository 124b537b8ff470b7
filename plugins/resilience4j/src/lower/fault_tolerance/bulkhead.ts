import { combine } from "@dpm/print";
import type { Bulkhead } from "../../model.ts";
import { owned, type Context, type Guarded } from "../guarded.ts";
import { milliseconds } from "../time.ts";
import type { Timeouts } from "./timeouts.ts";

/** A semaphore (resilience4j-bulkhead, `SemaphoreBulkhead`). Nobody waits in it beyond the total deadline. */
export function bulkhead(guarded: Guarded, { totalTimeout }: Timeouts, context: Context): Bulkhead | undefined {
  const written = owned("bulkhead", guarded, context);
  if (!written) return undefined;
  const { on } = context;
  const wait = milliseconds(on, written, "maxWaitDuration");
  const isCut = totalTimeout !== undefined && totalTimeout.value < wait.value;
  return {
    maxConcurrentCalls: on.exact(written, "maxConcurrentCalls"),
    maxWait: isCut ? combine([wait, totalTimeout], Math.min) : wait,
  };
}
