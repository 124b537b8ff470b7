import { map } from "@dpm/print";
import { facet, rawOf } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { MeshService } from "../model.ts";
import { balance } from "./balance.ts";
import type { Context, Service } from "./context.ts";
import { maxRequests } from "./bulkhead.ts";
import { outliers } from "./ejection.ts";
import { hostOf, namespaceOf } from "./host.ts";
import { rateLimit } from "./rate-limit.ts";
import { routes } from "./routes.ts";
import { serviceEntry } from "./service-entry.ts";
import { connectTimeout } from "./timeouts.ts";

/** A component as the mesh is told of it. */
export function meshService(service: Service, context: Context): MeshService {
  const { component, balancer, protection } = service;
  const { on, target } = context;
  const deployed = facet(component, "deploy_kubernetes");
  if (deployed) on.exact(deployed, "namespace");
  const namespace = namespaceOf(component, target.options);
  const entry = serviceEntry(service, context);
  const limit = rateLimit(balancer, context);
  const pool = maxRequests(service, context);
  if (protection) leaveToOthers(service, context);
  return {
    name: component.serviceName,
    namespace,
    host: map(namespace, () => hostOf(component, target.options)),
    ...(entry && { entry }),
    routes: routes(service, context),
    policy: {
      balance: balance(balancer, context),
      connectTimeout: connectTimeout(service, context),
      ...(pool && { maxRequests: pool }),
      outliers: outliers(balancer, context),
    },
    ...(limit && { limit }),
    raw: [balancer, protection].flatMap((block) => (block && rawOf(block, target.name)) ?? []),
  };
}

/** What Istio never owns of a component's protection, and what only decides who does. */
function leaveToOthers({ protection, edges }: Service, { on }: Context): void {
  if (!protection) return;
  on.byDefault(protection, "owners");
  on.byDefault(protection, "calls");
  for (const edge of edges) {
    const breaker = edge.owners.circuit_breaker;
    if (breaker) on.elsewhere(protection, "circuitBreaker", breaker);
    else on.impossible(protection, "circuitBreaker", problems.noBreaker());
    const fallback = edge.owners.fallback;
    if (fallback) on.elsewhere(protection, "fallback", fallback);
    else on.impossible(protection, "fallback", problems.noFallback());
  }
}
