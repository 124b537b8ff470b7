import type { BlockKinds, Policy } from "@dpm/core";
import type { Limit, Servers } from "./scenario.ts";

/**
 * How a gateway spreads what it passes on. Where it owns retries, they and failover share one budget and each server
 * is tried once. Without a written `ejection` a server is left out after 5 failures in 10 s; health checks are not played.
 */
export function gatewayServers(
  { servers = [], failover, ejection }: BlockKinds["load_balancer"],
  retry: Policy["retry"],
): Servers | undefined {
  if (servers.length === 0) return undefined;
  const hosts = servers.map(({ host, port, weight, backup }) => ({
    name: port === undefined ? host : `${host}:${port}`,
    weight,
    backup,
  }));
  const { enabled = true, failures = 5, window = 10_000_000, duration = window } = ejection ?? {};
  const mostByFailover = failover.enabled ? (failover.maxServers ?? hosts.length) : 1;
  return {
    hosts,
    failover: failover.enabled,
    most: retry ? Math.min(retry.maxAttempts, hosts.length) : mostByFailover,
    ...(enabled && { ejection: { failures, window, duration } }),
  };
}

/** The limit of a load balancer, as all callers share it. */
export function gatewayLimit({ rateLimiting }: BlockKinds["load_balancer"]): Limit | undefined {
  if (!rateLimiting?.enabled) return undefined;
  return { ...rateLimiting.requestsPerSecond, burst: rateLimiting.burstSize };
}
