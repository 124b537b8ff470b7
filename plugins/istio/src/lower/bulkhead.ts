import type { Traced } from "@dpm/print";
import { problems } from "../diagnostics.ts";
import type { Context, Service } from "./context.ts";

/**
 * `connectionPool.http.http2MaxRequests`, which counts requests of HTTP/1.1 too: what is above it is answered with 503
 * at once (DestinationRule, ConnectionPoolSettings.HTTPSettings). Where Istio owns no bulkhead its own limit of 2³²-1 holds.
 */
export function maxRequests({ protection, edges }: Service, { on, owns }: Context): Traced<number> | undefined {
  const bulkhead = protection?.bulkhead;
  if (!protection || !bulkhead) return undefined;
  const ours = edges.some((edge) => owns(edge, "bulkhead"));
  for (const edge of edges) {
    const owner = edge.owners.bulkhead;
    if (owner && !owns(edge, "bulkhead")) on.elsewhere(protection, "bulkhead", owner);
  }
  if (!ours) return undefined;
  if (bulkhead.maxWaitDuration > 0) on.impossible(bulkhead, "maxWaitDuration", problems.noWait());
  else on.byDefault(bulkhead, "maxWaitDuration");
  return on.approximated(bulkhead, "maxConcurrentCalls", problems.limitPerProxy());
}
