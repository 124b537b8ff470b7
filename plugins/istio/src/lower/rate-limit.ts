import { combine, map } from "@dpm/print";
import type { LoadBalancer, Rate } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { LocalRateLimit } from "../model.ts";
import { printTime } from "../render/duration.ts";
import { wholeMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";

/**
 * A bucket of 1 + burst tokens in the proxy of each instance (EnvoyFilter, envoy.extensions.filters.http.local_ratelimit):
 * only where the options allow it, since Istio itself has no rate limit.
 */
export function rateLimit(balancer: LoadBalancer | undefined, { on, target }: Context): LocalRateLimit | undefined {
  const limiting = balancer?.rateLimiting;
  if (!limiting) return undefined;
  const fields = ["enabled", "requestsPerSecond", "burstSize", "per"] as const;
  if (!limiting.enabled) {
    for (const field of fields) on.byDefault(limiting, field);
    return undefined;
  }
  const refusal = target.options.envoyFilter
    ? limiting.per === "client" && problems.noClientLimit()
    : problems.noRateLimit();
  if (refusal) {
    for (const field of fields) on.impossible(limiting, field, refusal);
    return undefined;
  }
  const enabled = on.exact(limiting, "enabled");
  const per =
    limiting.per === "cluster" ? on.approximated(limiting, "per", problems.limitPerProxy()) : on.exact(limiting, "per");
  const { tokens, interval, exact } = filling(limiting.requestsPerSecond);
  const rate = exact
    ? on.exact(limiting, "requestsPerSecond")
    : on.approximated(limiting, "requestsPerSecond", problems.rateRounded({ tokens, time: printTime(interval) }));
  const burst =
    tokens > limiting.burstSize + 1
      ? on.approximated(limiting, "burstSize", problems.burstRaised({ tokens, time: printTime(interval) }))
      : on.exact(limiting, "burstSize");
  return {
    maxTokens: combine([burst, enabled, per ?? enabled], (more) => Math.max(more + 1, tokens)),
    tokensPerFill: map(rate, () => tokens),
    fillInterval: map(rate, () => interval),
  };
}

/** Envoy fills whole tokens after whole milliseconds, 50 at least: as few as can be, since a bucket that is full takes none. */
function filling({ count, per }: Rate): {
  readonly tokens: number;
  readonly interval: number;
  readonly exact: boolean;
} {
  const each = per / count;
  const tokens = Math.max(1, Math.ceil(50_000 / each));
  const interval = wholeMilliseconds(each * tokens);
  return { tokens, interval, exact: interval === each * tokens };
}
