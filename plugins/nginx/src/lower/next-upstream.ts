import { combine, map, type Traced } from "@dpm/print";
import { decided, take, type Deadlines, type FaultTolerance } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Condition, NextUpstream } from "../model.ts";
import { printTime, wholeMilliseconds } from "../units.ts";
import type { Context, Route } from "./context.ts";

/** Which further servers a request sees: all of a retry where nginx owns it, else only those after a failed connection. */
export function nextUpstream(route: Route, limits: Deadlines, idle: Traced<number>, context: Context): NextUpstream {
  const retry = route.protection?.retry;
  if (retry && route.edge && context.owns(route.edge, "retry")) return retrying(route, retry, limits, context);
  const owner = route.edge?.owners.retry;
  if (retry && owner && route.protection) context.on.elsewhere(route.protection, "retry", owner);
  return failingOver(route, limits, idle, context);
}

type Retry = NonNullable<FaultTolerance["retry"]>;

/** `proxy_next_upstream`, `_tries` counts the first, `_timeout` ends new tries (ngx_http_proxy_module). */
function retrying(route: Route, retry: Retry, limits: Deadlines, { on }: Context): NextUpstream {
  const { gateway, protection } = route;
  const count = gateway.servers?.length ?? 0;
  const attempts = retry.maxAttempts;
  const tries =
    attempts > count
      ? on.approximated(retry, "maxAttempts", problems.neverSameServer({ servers: count, attempts }))
      : on.exact(retry, "maxAttempts");
  noPauses(retry, on);
  const failover = on.exact(gateway.failover, "enabled");
  const most = on.exact(gateway.failover, "maxServers");
  const outcomes = outcomesOf(retry, on);
  const idempotent = protection?.idempotent ? on.exact(protection, "idempotent") : undefined;
  if (protection && !protection.idempotent) on.byDefault(protection, "idempotent");
  const conditions = combine([outcomes, failover, idempotent ?? outcomes], (wanted): readonly Condition[] => [
    ...conditionsOf(wanted).filter((one) => one !== "error" || gateway.failover.enabled),
    ...(protection?.idempotent ? (["non_idempotent"] as const) : []),
  ]);
  return {
    conditions:
      attempts === 1
        ? map(
            combine([tries, conditions], () => []),
            (none: readonly Condition[]) => none,
          )
        : conditions,
    tries: combine([tries, most ?? tries], (wanted) => Math.min(wanted, most?.value ?? wanted)),
    window: limits.total ? map(limits.total, wholeMilliseconds) : decided("no total deadline is written", 0),
  };
}

/** nginx tries the next server at once; pauses are lost. */
function noPauses(retry: Retry, on: Context["on"]): void {
  const pauses = retry.backoff !== "none" && retry.maxAttempts > 1;
  for (const field of ["backoff", "initialDelay", "maxDelay", "multiplier"] as const) {
    if (pauses) on.impossible(retry, field, problems.noBackoff());
    else on.byDefault(retry, field);
  }
}

function outcomesOf(retry: Retry, on: Context["on"]): Traced<Retry["on"]> {
  if (retry.on.includes("connect_failure") !== retry.on.includes("reset"))
    return on.approximated(retry, "on", problems.errorCoversReset());
  if (retry.on.includes("429")) return on.approximated(retry, "on", problems.retryAfterIgnored());
  return on.exact(retry, "on");
}

const conditionOf: Readonly<Record<Retry["on"][number], Condition>> = {
  connect_failure: "error",
  reset: "error",
  timeout: "timeout",
  "500": "http_500",
  "502": "http_502",
  "503": "http_503",
  "504": "http_504",
  "429": "http_429",
};

function conditionsOf(outcomes: Retry["on"]): readonly Condition[] {
  const found = new Set(outcomes.map((one) => conditionOf[one]));
  const order: readonly Condition[] = ["error", "timeout", "http_500", "http_502", "http_503", "http_504", "http_429"];
  return order.filter((one) => found.has(one));
}

/**
 * Failover without replay. nginx cannot tell a failed connection from a hang by condition, but by time: a connection
 * fails within k · connect, a hang only at the idle limit, so a window between the two lets just the first be tried again.
 */
function failingOver({ gateway }: Route, limits: Deadlines, idle: Traced<number>, { on }: Context): NextUpstream {
  const { failover, servers = [] } = gateway;
  if (!failover.enabled) {
    const off = on.exact(failover, "enabled");
    const most = on.exact(failover, "maxServers");
    return {
      conditions: map(off, () => []),
      tries: combine([off, most ?? off], () => 1),
      window: decided("failover is off", 0, off),
    };
  }
  const connect = limits.connect.value;
  const wanted = Math.min(servers.length, failover.maxServers ?? servers.length);
  const further = Math.max(0, Math.min(wanted - 1, Math.ceil((idle.value - smallestGap) / connect) - 1));
  const reached = further * connect;
  const window = wholeMilliseconds(reached + Math.min(500_000, Math.floor((idle.value - reached) / 2)));
  const reason =
    further === 0 && wanted > 1
      ? problems.noFailoverWindow({ limit: printTime(idle.value) })
      : problems.connectionFailover({ window: printTime(window) });
  const enabled = on.approximated(failover, "enabled", reason);
  const most = on.approximated(failover, "maxServers", reason);
  const conditions: readonly Condition[] = further === 0 ? ["error"] : ["error", "timeout"];
  return {
    conditions: map(enabled, () => conditions),
    tries: decided(
      "one for each server",
      Math.max(1, further === 0 ? wanted : further + 1),
      most,
      take(gateway, "servers"),
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
