import { combine, map, type Traced } from "@dpm/print";
import { atLeast, written, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Balance, CookieMap, HashKey, Sticky } from "../model.ts";
import { printSeconds, wholeSeconds } from "../units.ts";
import type { Context } from "./context.ts";

/** How a server is chosen, and how a client is kept at it. */
export interface Balancing {
  readonly balance?: Traced<Balance>;
  readonly sticky?: Sticky;
  readonly affinity?: CookieMap;
}

/**
 * Weighted round robin is nginx's default and has no directive. `sticky cookie` is open source since 1.29.6; before,
 * a hash of the cookie replaces the strategy (ngx_http_upstream_module).
 */
export function balancing(gateway: LoadBalancer, context: Context): Balancing {
  const { on, target } = context;
  const affinity = gateway.sessionAffinity;
  if (!affinity) return strategyOf(gateway, context);
  if (!affinity.enabled) {
    for (const field of ["enabled", "cookieName", "ttl"] as const) on.byDefault(affinity, field);
    return strategyOf(gateway, context);
  }
  const sticky = atLeast(target.version, "1.29.6") || target.options.edition === "plus";
  if (!sticky) return affinityByHash(gateway, affinity, context);
  const enabled = on.exact(affinity, "enabled");
  const cookie = combine([enabled, on.exact(affinity, "cookieName")], (_, name) => name);
  const whole = affinity.ttl === undefined || affinity.ttl % 1_000_000 === 0;
  const rounded = problems.roundedUp({
    slot: "expires",
    printed: printSeconds(affinity.ttl ?? 0),
    wanted: `${(affinity.ttl ?? 0) / 1000} ms`,
  });
  const ttl = whole ? on.exact(affinity, "ttl") : on.approximated(affinity, "ttl", rounded);
  return { ...strategyOf(gateway, context), sticky: { cookie, ...(ttl && { expires: map(ttl, wholeSeconds) }) } };
}

type Affinity = NonNullable<LoadBalancer["sessionAffinity"]>;

function affinityByHash(gateway: LoadBalancer, affinity: Affinity, { on, target }: Context): Balancing {
  const version = target.version.text;
  const byHash = problems.affinityByHash({ version, cookie: affinity.cookieName });
  const enabled = on.approximated(affinity, "enabled", byHash);
  const cookie = on.approximated(affinity, "cookieName", byHash);
  on.impossible(affinity, "ttl", problems.affinityNoTtl({ version }));
  const strategy = on.approximated(
    gateway,
    "strategy",
    problems.strategyOverridden({ version, strategy: gateway.strategy }),
  );
  unusedKey(gateway, on);
  const balance = combine([strategy, enabled], (): Balance => ({ method: "hash", key: { of: "affinity" } }));
  return { balance, affinity: { cookie } };
}

function strategyOf(gateway: LoadBalancer, { on, target }: Context): Balancing {
  const { strategy } = gateway;
  if (strategy === "consistent_hash") return { balance: hashOf(gateway, on) };
  unusedKey(gateway, on);
  switch (strategy) {
    case "round_robin":
      on.byDefault(gateway, "strategy");
      return {};
    case "least_conn":
      return { balance: map(on.exact(gateway, "strategy"), () => ({ method: "least_conn" })) };
    case "random":
      return { balance: map(on.exact(gateway, "strategy"), () => ({ method: "random" })) };
    case "ip_hash":
      return {
        balance: map(on.approximated(gateway, "strategy", problems.ipHashNetwork()), () => ({ method: "ip_hash" })),
      };
    case "least_response_time":
      if (atLeast(target.version, "1.31.0") || target.options.edition === "plus") {
        return { balance: map(on.exact(gateway, "strategy"), () => ({ method: "least_time" })) };
      }
      return {
        balance: map(
          on.approximated(gateway, "strategy", problems.noLeastTime({ version: target.version.text })),
          () => ({ method: "least_conn" }),
        ),
      };
  }
}

function hashOf(gateway: LoadBalancer, on: Context["on"]): Traced<Balance> {
  const strategy = on.exact(gateway, "strategy");
  const key = on.exact(gateway, "hashKey");
  const header = gateway.hashKey === "header" ? on.exact(gateway, "hashHeader") : undefined;
  if (gateway.hashKey !== "header") on.impossible(gateway, "hashHeader", problems.hashHeaderUnused());
  return combine([strategy, key, header ?? key], (_, of): Balance => {
    const hashed: HashKey = of === "header" ? { of, header: header?.value ?? "" } : { of };
    return { method: "hash", key: hashed };
  });
}

function unusedKey(gateway: LoadBalancer, on: Context["on"]): void {
  // A default that the strategy does not read is nothing that could be lost.
  if (written(gateway, "hashKey")) on.impossible(gateway, "hashKey", problems.hashKeyUnused());
  on.impossible(gateway, "hashHeader", problems.hashKeyUnused());
}
