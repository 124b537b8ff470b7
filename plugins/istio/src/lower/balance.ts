import { combine, map, type Traced } from "@dpm/print";
import { decided, written, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Balance } from "../model.ts";
import { wholeMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";

/**
 * How a server is chosen (DestinationRule, LoadBalancerSettings). Istio's own is LEAST_REQUEST, so it is always stated;
 * affinity is a hash of a cookie, and a hash stands in place of a strategy.
 */
export function balance(balancer: LoadBalancer | undefined, { on }: Context): Traced<Balance> {
  if (!balancer) return decided("round robin where nothing is written", { simple: "ROUND_ROBIN" });
  const affinity = balancer.sessionAffinity;
  if (affinity?.enabled) return sticky(balancer, affinity, on);
  if (affinity) for (const field of ["enabled", "cookieName", "ttl"] as const) on.byDefault(affinity, field);
  return strategy(balancer, on);
}

type Ledger = Context["on"];

/** Envoy makes the cookie where a client has none, and lets it live for `ttl`. */
function sticky(
  balancer: LoadBalancer,
  affinity: NonNullable<LoadBalancer["sessionAffinity"]>,
  on: Ledger,
): Traced<Balance> {
  const moved = problems.affinityMoves();
  const enabled = on.approximated(affinity, "enabled", moved);
  const cookie = on.approximated(affinity, "cookieName", moved);
  const { ttl } = affinity;
  const whole = ttl === undefined || wholeMilliseconds(ttl) === ttl;
  const lives = whole
    ? on.exact(affinity, "ttl")
    : on.approximated(affinity, "ttl", problems.roundedUp({ slot: "ttl" }));
  const overridden = on.approximated(
    balancer,
    "strategy",
    problems.strategyOverridden({ strategy: balancer.strategy }),
  );
  unusedKey(balancer, on);
  return combine([enabled, cookie, lives ?? enabled, overridden], (_, name): Balance => ({
    hash: "cookie",
    cookie: name,
    ttl: ttl === undefined ? 0 : wholeMilliseconds(ttl),
  }));
}

function strategy(balancer: LoadBalancer, on: Ledger): Traced<Balance> {
  if (balancer.strategy === "consistent_hash") return hash(balancer, on);
  unusedKey(balancer, on);
  switch (balancer.strategy) {
    case "round_robin":
      return map(on.exact(balancer, "strategy"), () => ({ simple: "ROUND_ROBIN" }));
    case "random":
      // Envoy's LEAST_REQUEST draws two servers and takes the less busy one; its RANDOM draws one.
      return map(on.exact(balancer, "strategy"), () => ({ simple: "LEAST_REQUEST" }));
    case "least_conn":
      return map(on.approximated(balancer, "strategy", problems.twoDrawn()), () => ({ simple: "LEAST_REQUEST" }));
    case "least_response_time":
      return map(on.approximated(balancer, "strategy", problems.noLeastTime()), () => ({ simple: "LEAST_REQUEST" }));
    case "ip_hash":
      return map(on.approximated(balancer, "strategy", problems.nearestAddress()), () => ({ hash: "source_ip" }));
  }
}

function hash(balancer: LoadBalancer, on: Ledger): Traced<Balance> {
  const chosen = on.exact(balancer, "strategy");
  const { hashHeader } = balancer;
  if (balancer.hashKey === "header" && hashHeader !== undefined) {
    const key = combine([on.exact(balancer, "hashKey"), on.exact(balancer, "hashHeader") ?? chosen], () => hashHeader);
    return combine([chosen, key], (_, header) => ({ hash: "header", header }));
  }
  if (written(balancer, "hashHeader")) on.impossible(balancer, "hashHeader", problems.hashHeaderUnused());
  if (balancer.hashKey === "uri") {
    // Envoy's pseudo header holds the path with its query, as it was asked for.
    return combine([chosen, on.exact(balancer, "hashKey")], () => ({ hash: "header", header: ":path" }));
  }
  const key = on.approximated(balancer, "hashKey", problems.nearestAddress());
  return combine([chosen, key], () => ({ hash: "source_ip" }));
}

/** A default that the strategy does not read is nothing that could be lost. */
function unusedKey(balancer: LoadBalancer, on: Ledger): void {
  if (written(balancer, "hashKey")) on.impossible(balancer, "hashKey", problems.hashKeyUnused());
  on.impossible(balancer, "hashHeader", problems.hashKeyUnused());
}
