import type { Traced } from "@dpm/print";
import { problems } from "../../diagnostics.ts";
import type { Context, Guarded } from "../guarded.ts";

export interface Timeouts {
  readonly totalTimeout?: Traced<number>;
  readonly attemptTimeout?: Traced<number>;
}

/** The deadlines that the class keeps itself: Resilience4j's TimeLimiters, nested, leave work behind that nobody waits for. */
export function timeouts({ block, edge }: Guarded, { on, deadlines }: Context): Timeouts {
  const { total, perAttempt } = deadlines(edge);
  const { timeout } = block;
  if (!timeout) return {};
  const stated = [total?.value, perAttempt?.value];
  const owner = edge.owners.retry;
  for (const field of ["total", "perAttempt"] as const) {
    if (timeout[field] === undefined) continue;
    if (owner && !stated.includes(timeout[field])) on.elsewhere(timeout, field, owner);
    else on.exact(timeout, field);
  }
  on.impossible(timeout, "connect", problems.connectIsTheClients());
  return { ...(total && { totalTimeout: total }), ...(perAttempt && { attemptTimeout: perAttempt }) };
}
