import { combine, map, type Traced } from "@dpm/print";
import { decided, atLeast, type FaultTolerance } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { HttpRoute } from "../model.ts";
import { wholeMilliseconds } from "../units.ts";
import type { Context, Service } from "./context.ts";
import { furtherServers, neverSent } from "./failover.ts";
import type { Waits } from "./timeouts.ts";

/** A route but for whom it is. */
export type Attempts = Pick<HttpRoute, "methods" | "retries">;

/** Where Istio does not retry, only requests that reached no server are sent to the next one. */
export function failingOver(further: Traced<number>): Attempts {
  const none = further.value === 0;
  return {
    retries: {
      attempts: further,
      ...(!none && { retryOn: decided("what has reached no server", neverSent, further) }),
    },
  };
}

type Retry = NonNullable<FaultTolerance["retry"]>;

/**
 * `attempts` does not count the first (VirtualService, HTTPRetry). A request that may have been served is sent again only
 * if it is idempotent: where the model does not say so of all, its method does, so there are two routes.
 */
export function retrying(
  service: Service,
  protection: FaultTolerance,
  retry: Retry,
  { perTry }: Waits,
  context: Context,
): readonly Attempts[] {
  const { on } = context;
  const further = furtherServers(service, context);
  const attempts = map(on.exact(retry, "maxAttempts"), (count) => count - 1);
  const backoff = pauses(retry, context);
  const outcomes = outcomesOf(retry, on);
  const conditions = conditionsOf(outcomes, further);
  const failover = service.balancer?.failover;
  if (failover?.maxServers !== undefined && failover.maxServers < retry.maxAttempts)
    on.approximated(failover, "maxServers", problems.oneCount());
  const limits = { ...(perTry && { perTryTimeout: perTry }), ...(backoff && { backoff }) };
  const full = { attempts, retryOn: conditions, ...limits };
  const replays = conditions.value.some((one) => !isNeverSent(one));
  if (protection.idempotent || !replays) {
    const idempotent = protection.idempotent ? on.exact(protection, "idempotent") : undefined;
    if (!idempotent) on.byDefault(protection, "idempotent");
    return [
      { retries: { ...full, retryOn: idempotent ? combine([full.retryOn, idempotent], (all) => all) : full.retryOn } },
    ];
  }
  const methods = map(on.exact(protection, "idempotent"), () => idempotentMethods);
  const safe = map(conditions, (all) => all.filter(isNeverSent));
  const rest = retry.on.includes("connect_failure")
    ? { attempts, retryOn: safe, ...limits }
    : failingOver(further).retries;
  return [{ methods, retries: full }, { retries: safe.value.length === 0 ? { attempts: map(safe, () => 0) } : rest }];
}

/** What HTTP itself says is safe to send again (RFC 9110, 9.2.2), as the language says. */
const idempotentMethods = ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"] as const;

function isNeverSent(condition: string): boolean {
  return neverSent.some((one) => one === condition);
}

/** Envoy's `reset` is both a connection that broke and an attempt that took too long; neither can be had alone. */
function outcomesOf(retry: Retry, on: Context["on"]): Traced<Retry["on"]> {
  if (retry.on.includes("timeout") !== retry.on.includes("reset"))
    return on.approximated(retry, "on", problems.resetCoversTimeout());
  if (retry.on.includes("429")) return on.approximated(retry, "on", problems.retryAfterIgnored());
  return on.exact(retry, "on");
}

/** Statuses by their numbers, since `gateway-error` and `5xx` cover more than one (Envoy, `retriable-status-codes`). */
function conditionsOf(outcomes: Traced<Retry["on"]>, further: Traced<number>): Traced<readonly string[]> {
  return combine([outcomes, further], (all, servers) => [
    ...(servers > 0 || all.includes("connect_failure") ? neverSent : []),
    ...(all.includes("reset") || all.includes("timeout") ? ["reset"] : []),
    ...all.filter((one) => /^\d+$/.test(one)).toSorted(),
  ]);
}

/** `backoff` is the base of a pause that Envoy doubles and draws at random, up to ten times the base (since 1.26). */
function pauses(retry: Retry, { on, target }: Context): Traced<number> | undefined {
  if (!atLeast(target.version, "1.26")) {
    for (const field of ["backoff", "initialDelay", "maxDelay", "multiplier"] as const)
      on.impossible(retry, field, problems.noBackoff({ version: target.version.text }));
    return undefined;
  }
  if (retry.backoff === "none") {
    for (const field of ["initialDelay", "maxDelay", "multiplier"] as const) on.byDefault(retry, field);
    return map(on.approximated(retry, "backoff", problems.leastPause()), () => 1000);
  }
  const ownGrowth = problems.ownGrowth();
  const grows = retry.backoff !== "fixed" && retry.backoff !== "linear";
  const backoff = grows ? on.approximated(retry, "backoff", ownGrowth) : undefined;
  if (!backoff) on.impossible(retry, "backoff", ownGrowth);
  const multiplies = retry.backoff === "exponential" || retry.backoff === "exponential_jitter";
  if (!multiplies) on.byDefault(retry, "multiplier");
  else if (retry.multiplier === 2) on.byDefault(retry, "multiplier", ownGrowth);
  else on.impossible(retry, "multiplier", ownGrowth);
  if (retry.maxDelay === 10 * retry.initialDelay) on.byDefault(retry, "maxDelay", ownGrowth);
  else on.impossible(retry, "maxDelay", problems.tenTimes());
  const jitters =
    retry.backoff === "exponential_jitter" && wholeMilliseconds(retry.initialDelay) === retry.initialDelay;
  const initial = jitters ? on.exact(retry, "initialDelay") : on.approximated(retry, "initialDelay", ownGrowth);
  return combine([initial, backoff ?? initial], (delay) => wholeMilliseconds(delay));
}
