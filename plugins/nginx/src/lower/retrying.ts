import { combine, map, type Traced } from "@dpm/print";
import { decided, type Deadlines, type FaultTolerance, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Condition, NextUpstream } from "../model.ts";
import { wholeMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";
import type { Retry, Route } from "./routes.ts";

/** `proxy_next_upstream`, `_tries` counts the first, `_timeout` ends new tries (ngx_http_proxy_module). */
export function retrying(
  { gateway }: Route,
  protection: FaultTolerance,
  retry: Retry,
  limits: Deadlines,
  { on }: Context,
): NextUpstream {
  const wanted = conditionsOf(retry, gateway);
  const tries = attemptsOf(gateway, retry, wanted, on);
  noPauses(retry, on);
  const { enabled, most } = failoverOf(gateway, retry, wanted, on);
  const outcomes = outcomesOf(gateway, retry, on);
  const repeatable = protection.idempotent && wanted.length > 0;
  const idempotent = repeatable ? on.exact(protection, "idempotent") : undefined;
  if (!repeatable) on.byDefault(protection, "idempotent");
  const replayed: readonly Condition[] = repeatable ? [...wanted, "non_idempotent"] : wanted;
  return {
    conditions: combine([outcomes, enabled, idempotent ?? outcomes], () => replayed),
    tries: combine([tries, most ?? tries], (attempts) => Math.min(attempts, most?.value ?? attempts)),
    window: limits.total ? map(limits.total, wholeMilliseconds) : decided("no total deadline is written", 0),
  };
}

/** Tries that follow a failure are all that a server's statuses are counted by. */
export function replaysStatuses(gateway: LoadBalancer, retry: Retry): boolean {
  const most = Math.min(retry.maxAttempts, gateway.failover.maxServers ?? retry.maxAttempts);
  return most > 1 && conditionsOf(retry, gateway).some((one) => one.startsWith("http_"));
}

type Ledger = Context["on"];

function attemptsOf(
  { failover, servers = [] }: LoadBalancer,
  retry: Retry,
  wanted: readonly Condition[],
  on: Ledger,
): Traced<number> {
  const { maxAttempts: attempts } = retry;
  const most = failover.maxServers ?? attempts;
  if (wanted.length === 0) return on.approximated(retry, "maxAttempts", problems.errorLeftOut());
  if (most < Math.min(attempts, servers.length))
    return on.approximated(retry, "maxAttempts", problems.sharedTries({ tries: most }));
  if (attempts > servers.length)
    return on.approximated(retry, "maxAttempts", problems.neverSameServer({ servers: servers.length, attempts }));
  return on.exact(retry, "maxAttempts");
}

/** nginx tries the next server at once; pauses are lost. */
function noPauses(retry: Retry, on: Ledger): void {
  for (const field of ["backoff", "initialDelay", "maxDelay", "multiplier"] as const) {
    if (retry.backoff === "none") on.byDefault(retry, field);
    else on.impossible(retry, field, problems.noBackoff());
  }
}

/** Failover and retries are one list of conditions and one number of tries. */
function failoverOf(
  { failover, servers = [] }: LoadBalancer,
  retry: Retry,
  wanted: readonly Condition[],
  on: Ledger,
): { readonly enabled: Traced<boolean>; readonly most: Traced<number> | undefined } {
  const most = Math.min(servers.length, failover.maxServers ?? servers.length);
  const shared = failover.enabled && retry.maxAttempts < most;
  const reason = !failover.enabled
    ? wanted.length > 0 && problems.retriesNextServer()
    : shared
      ? problems.sharedTries({ tries: retry.maxAttempts })
      : !wanted.includes("timeout") && problems.connectTimeoutStays();
  return {
    enabled: reason ? on.approximated(failover, "enabled", reason) : on.exact(failover, "enabled"),
    most: shared
      ? on.approximated(failover, "maxServers", problems.sharedTries({ tries: retry.maxAttempts }))
      : on.exact(failover, "maxServers"),
  };
}

function outcomesOf({ failover }: LoadBalancer, retry: Retry, on: Ledger): Traced<Retry["on"]> {
  const [connect, reset, timeout, status429] = (["connect_failure", "reset", "timeout", "429"] as const).map((one) =>
    retry.on.includes(one),
  );
  const reason = !failover.enabled
    ? (connect || reset) && problems.errorLeftOut()
    : !reset
      ? problems.errorCoversReset()
      : connect && !timeout && problems.connectTimeoutStays();
  const lost = reason || (status429 && problems.retryAfterIgnored());
  return lost ? on.approximated(retry, "on", lost) : on.exact(retry, "on");
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

const order: readonly Condition[] = ["error", "timeout", "http_500", "http_502", "http_503", "http_504", "http_429"];

/** After what the next server is tried: a failed connection is failover's as well, whatever the retry is for. */
function conditionsOf(retry: Retry, { failover }: LoadBalancer): readonly Condition[] {
  const found = new Set(retry.on.map((one) => conditionOf[one]));
  return order.filter((one) => (one === "error" ? failover.enabled : found.has(one)));
}
