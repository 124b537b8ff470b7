import type { Traced } from "@dpm/print";
import type { Deadlines } from "@dpm/core";
import type { NextUpstream } from "../model.ts";
import type { Context } from "./context.ts";
import { failingOver } from "./failing-over.ts";
import { retrying } from "./retrying.ts";
import { ownRetry, type Route } from "./routes.ts";

/** Which further servers a request sees: all of a retry where nginx owns it, else only those after a failed connection. */
export function nextUpstream(route: Route, limits: Deadlines, idle: Traced<number>, context: Context): NextUpstream {
  const { edge, protection } = route;
  const retry = ownRetry(route, context);
  if (protection && retry && retry.maxAttempts > 1) return retrying(route, protection, retry, limits, context);
  if (edge && protection) replaysNothing({ edge, protection }, retry, context);
  return failingOver(route, limits, idle, retry, context);
}

/** Where nginx replays nothing, nothing depends on what may be repeated, nor on after what. */
function replaysNothing(
  { edge, protection }: Required<Pick<Route, "edge" | "protection">>,
  single: ReturnType<typeof ownRetry>,
  { on }: Context,
): void {
  const owner = single ? undefined : edge.owners.retry;
  if (owner) on.elsewhere(protection, "idempotent", owner);
  else on.byDefault(protection, "idempotent");
  if (owner && protection.retry) on.elsewhere(protection, "retry", owner);
  if (!single) return;
  for (const field of ["backoff", "initialDelay", "maxDelay", "multiplier", "on"] as const) on.byDefault(single, field);
}
