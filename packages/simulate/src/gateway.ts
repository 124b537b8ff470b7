import { ejectionOf, type BlockKinds, type Policy } from "@dpm/core";
import type { Limit, Servers } from "./scenario.ts";

/**
 * How a gateway spreads what it passes on. Where it owns retries, they and failover share one budget and each server
 * is tried once; a single attempt is no retry, and leaves failover its own. A `health_check` is played as what stands in
 * for it: a run has no checks.
 */
export function gatewayServers(block: BlockKinds["load_balancer"], retry: Policy["retry"]): Servers | undefined {
  const { servers = [], failover } = block;
  if (servers.length === 0) return undefined;
  const hosts = servers.map(({ host, port, weight, backup }) => ({
    name: port === undefined ? host : `${host}:${port}`,
    weight,
    backup,
  }));
  const { enabled, failures, window, duration } = ejectionOf(block, false);
  const mostByFailover = failover.enabled ? (failover.maxServers ?? hosts.length) : 1;
  return {
    hosts,
    failover: failover.enabled,
    most: retry && retry.maxAttempts > 1 ? Math.min(retry.maxAttempts, hosts.length) : mostByFailover,
    ...(enabled && { ejection: { failures: failures.value, window: window.value, duration: duration.value } }),
  };
}

/** The limit of a gateway: each client's own, unless the block says that all share it. */
export function gatewayLimit({ rateLimiting }: BlockKinds["load_balancer"]): Limit | undefined {
  if (!rateLimiting?.enabled) return undefined;
  const { requestsPerSecond, burstSize: burst, per = "client" } = rateLimiting;
  return { ...requestsPerSecond, burst, ...(per === "client" && { perCaller: true }) };
}
