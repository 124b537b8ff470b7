import { traced } from "@dpm/print";
import { serviceNameOf, type Edge } from "@dpm/core";
import type { HttpRoute } from "../model.ts";
import type { Context, Service } from "./context.ts";
import { furtherServers } from "./failover.ts";
import { failingOver, retrying } from "./retries.ts";
import { waits } from "./timeouts.ts";

type Rule = Omit<HttpRoute, "callers">;

/**
 * The routes to a service. Callers between which the owners differ have routes of their own, told apart by the label `app`
 * of their pods; whoever the model does not know goes with those for whom Istio does not retry.
 */
export function routes(service: Service, context: Context): readonly HttpRoute[] {
  const { protection, edges } = service;
  if (!protection || edges.length === 0) {
    return [{ callers: [], ...failingOver(furtherServers(service, context)) }];
  }
  const groups = [
    ...Map.groupBy(
      edges.map((edge) => ({ edge, rules: rulesOf(edge, service, context) })),
      keyOf,
    ).values(),
  ];
  const ordered = groups.toSorted((one, other) => retriesOn(other, context) - retriesOn(one, context));
  return ordered.flatMap((group, index) => {
    const isLast = index === ordered.length - 1;
    const callers = isLast ? [] : group.flatMap(({ edge }) => (edge.caller === undefined ? [] : [edge.caller]));
    return (group[0]?.rules ?? []).map((rule) => ({
      callers: callers.map((one) => traced(serviceNameOf(one))),
      ...rule,
    }));
  });
}

interface Way {
  readonly edge: Edge;
  readonly rules: readonly Rule[];
}

/** Equal where nothing differs but where it came from. */
function keyOf({ rules }: Way): string {
  return JSON.stringify(rules, (name, value: unknown) => (name === "origins" ? undefined : value));
}

function retriesOn([way]: readonly Way[], { owns }: Context): number {
  return way && owns(way.edge, "retry") ? 1 : 0;
}

function rulesOf(edge: Edge, service: Service, context: Context): readonly Rule[] {
  const { protection } = service;
  if (!protection) return [];
  const { retry } = protection;
  const owner = edge.owners.retry;
  if (retry && context.owns(edge, "retry") && retry.maxAttempts > 1) {
    const limits = waits(edge, protection, true, context);
    const timeout = limits.timeout && { timeout: limits.timeout };
    return retrying(service, protection, retry, limits, context).map((one) => ({ ...one, ...timeout }));
  }
  if (retry && context.owns(edge, "retry")) once(retry, context);
  else if (retry && owner) context.on.elsewhere(protection, "retry", owner);
  if (owner && !context.owns(edge, "retry")) context.on.elsewhere(protection, "idempotent", owner);
  else context.on.byDefault(protection, "idempotent");
  const { timeout } = waits(edge, protection, false, context);
  return [{ ...failingOver(furtherServers(service, context)), ...(timeout && { timeout }) }];
}

/** A single attempt has no pauses and nothing after which it is tried again. */
function once(retry: NonNullable<NonNullable<Service["protection"]>["retry"]>, { on }: Context): void {
  for (const field of ["maxAttempts", "backoff", "initialDelay", "maxDelay", "multiplier", "on"] as const)
    on.byDefault(retry, field);
}
