import { combine, map, type Traced } from "@dpm/print";
import type { LoadBalancer, Rate } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { Limit, LimitZone } from "../model.ts";
import type { Context } from "./context.ts";

/**
 * A leaky bucket that rejects at once: `limit_req_zone`, `limit_req ... nodelay`, status 429 (ngx_http_limit_req_module).
 * It admits 1 + burst at once. A `burst` of 0 is refused by nginx and left out.
 */
export function rateLimit(
  gateway: LoadBalancer,
  zone: string,
  { on }: Context,
): { readonly zone: LimitZone; readonly limit: Limit } | undefined {
  const limiting = gateway.rateLimiting;
  if (!limiting) return undefined;
  if (!limiting.enabled) {
    for (const field of ["enabled", "requestsPerSecond", "burstSize", "per"] as const) on.byDefault(limiting, field);
    return undefined;
  }
  const enabled = on.exact(limiting, "enabled");
  const printed = nginxRate(limiting.requestsPerSecond);
  const rate = printed.exact
    ? on.exact(limiting, "requestsPerSecond")
    : on.approximated(
        limiting,
        "requestsPerSecond",
        problems.rateRounded({
          printed: `${printed.count}r/${printed.unit}`,
          wanted: wanted(limiting.requestsPerSecond),
        }),
      );
  const burst = limiting.burstSize > 0 ? on.exact(limiting, "burstSize") : undefined;
  if (!burst) on.byDefault(limiting, "burstSize");
  return {
    zone: {
      zone,
      key: keyOf(limiting, enabled, on),
      rate: map(rate, () => ({ count: printed.count, unit: printed.unit })),
    },
    limit: { zone, ...(burst && { burst }) },
  };
}

type Limiting = NonNullable<LoadBalancer["rateLimiting"]>;

/** A gateway's limit is per client unless the model says otherwise; each nginx counts for itself. */
function keyOf(limiting: Limiting, enabled: Traced<boolean>, on: Context["on"]): LimitZone["key"] {
  if (limiting.per === undefined || limiting.per === "client") {
    const per = on.exact(limiting, "per");
    return combine([enabled, per ?? enabled], () => "client");
  }
  const per =
    limiting.per === "cluster"
      ? on.approximated(limiting, "per", problems.limitPerInstance({ what: phrases.allRequests() }))
      : on.exact(limiting, "per");
  return combine([enabled, per ?? enabled], () => "instance");
}

/** nginx takes whole numbers per second or per minute, at least one: the nearest below. */
function nginxRate({ count, per }: Rate): {
  readonly count: number;
  readonly unit: "s" | "m";
  readonly exact: boolean;
} {
  const perSecond = (count * 1_000_000) / per;
  if (Number.isInteger(perSecond)) return { count: perSecond, unit: "s", exact: true };
  const perMinute = perSecond * 60;
  const whole = Math.max(1, Math.floor(perMinute));
  return { count: whole, unit: "m", exact: whole === perMinute };
}

function wanted({ count, per }: Rate): string {
  return `${count} in ${per / 1_000_000} s`;
}
