import { combine, type Traced } from "@dpm/print";
import { decided } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Context, Service } from "./context.ts";

/** What has reached no server: no connection could be made, or the server refused the stream (Envoy, `x-envoy-retry-on`). */
export const neverSent = ["connect-failure", "refused-stream"] as const;

/**
 * How many further servers see a request that has reached none. Istio does this by retries, so it is stated also where
 * another target owns the retries: its own default would try twice more, and after answers of gRPC as well.
 */
export function furtherServers({ balancer, hasPods }: Service, { on }: Context): Traced<number> {
  if (!balancer) return decided("two further servers where nothing is written", usual);
  const { failover, servers = [] } = balancer;
  if (!failover.enabled) {
    const most = on.exact(failover, "maxServers");
    const off = on.exact(failover, "enabled");
    return combine([off, most ?? off], () => 0);
  }
  if (hasPods && failover.maxServers === undefined) {
    return combine([on.approximated(failover, "enabled", problems.podsUncounted({ further: usual }))], () => usual);
  }
  const enabled = on.exact(failover, "enabled");
  const most = on.exact(failover, "maxServers") ?? enabled;
  const reach = Math.min(failover.maxServers ?? Infinity, hasPods ? Infinity : servers.length);
  return decided("one attempt for each server", Math.max(0, reach - 1), enabled, most);
}

const usual = 2;
