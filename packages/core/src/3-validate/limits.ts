import type { LoadBalancer } from "../blocks/load_balancer.ts";
import { componentOf, edgesTo, facet, type Component, type Model } from "../2-normalize/model.ts";
import { instancesOf } from "./instances.ts";

/** A rate limit that is switched on, with the scope that holds where none is written. */
export interface ActingLimit {
  readonly limiting: NonNullable<LoadBalancer["rateLimiting"]>;
  readonly per: "client" | "instance" | "cluster";
  /** How many processes apply it; 1 where no deployment says more. */
  readonly instances: number;
}

/** The rate limits on the way to a component: its own and those of the gateways that call it. */
export function limitsTo(component: Component, model: Model): readonly ActingLimit[] {
  const callers = edgesTo(model, component.name).flatMap(({ from, caller }) =>
    from === "gateway" && caller !== undefined ? (componentOf(model, caller) ?? []) : [],
  );
  return [component, ...callers].flatMap((one) => {
    const limiting = facet(one, "load_balancer")?.rateLimiting;
    if (!limiting?.enabled) return [];
    return [{ limiting, per: limiting.per ?? "client", instances: Math.max(1, instancesOf(one) ?? 1) }];
  });
}
