import { combine, map, type Traced } from "@dpm/print";
import { decided, take, type Deadlines } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Condition, NextUpstream } from "../model.ts";
import { printTime, wholeMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";
import type { Retry, Route } from "./routes.ts";

/**
 * Failover without replay. nginx cannot tell a failed connection from a hang by condition, but by time: a connection
 * fails within k · connect, a hang only at the idle limit, so a window between the two lets just the first be tried again.
 * A retry of a single attempt stays so, but for a request that was reset within the window.
 */
export function failingOver(
  { gateway }: Route,
  limits: Deadlines,
  idle: Traced<number>,
  single: Retry | undefined,
  { on }: Context,
): NextUpstream {
  const { failover, servers = [] } = gateway;
  if (!failover.enabled) {
    const off = on.exact(failover, "enabled");
    const most = on.exact(failover, "maxServers");
    const attempts = single && on.exact(single, "maxAttempts");
    return {
      conditions: map(off, () => []),
      tries: combine([off, most ?? off, attempts ?? off], () => 1),
      window: decided("failover is off", 0, off),
    };
  }
  const connect = limits.connect.value;
  const wanted = Math.min(servers.length, failover.maxServers ?? servers.length);
  const further = Math.max(0, Math.min(wanted - 1, Math.ceil((idle.value - smallestGap) / connect) - 1));
  const reached = further * connect;
  const window = wholeMilliseconds(reached + Math.min(500_000, Math.floor((idle.value - reached) / 2)));
  const resent = problems.connectionFailover({ window: printTime(window) });
  const reason = further === 0 ? problems.noFailoverWindow({ limit: printTime(idle.value) }) : resent;
  const several = wanted > 1;
  const enabled = several ? on.approximated(failover, "enabled", reason) : on.exact(failover, "enabled");
  const most = several ? on.approximated(failover, "maxServers", reason) : on.exact(failover, "maxServers");
  const attempts =
    single && (several ? on.approximated(single, "maxAttempts", resent) : on.exact(single, "maxAttempts"));
  const conditions: readonly Condition[] = further === 0 ? ["error"] : ["error", "timeout"];
  return {
    conditions: map(enabled, () => conditions),
    tries: decided(
      "one for each server",
      Math.max(1, further === 0 ? wanted : further + 1),
      most,
      take(gateway, "servers"),
      attempts,
    ),
    window: decided(
      "after every connection can have failed, before a silent server is given up",
      window,
      limits.connect,
      idle,
    ),
  };
}

/** A fifth of a second: below it the timers of a connection and of an answer cannot be told apart. */
const smallestGap = 200_000;
