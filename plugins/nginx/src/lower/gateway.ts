import { combine, traced, type Traced } from "@dpm/print";
import { componentOf, edgesFrom, facet, serviceNameOf, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { ActiveCheck, Configuration, Location, StatusMatch } from "../model.ts";
import { wholeSeconds } from "../units.ts";
import { balancing } from "./balance.ts";
import type { Context, Route } from "./context.ts";
import { ejection } from "./ejection.ts";
import { answers } from "./fallback.ts";
import { nextUpstream } from "./next-upstream.ts";
import { rateLimit } from "./rate-limit.ts";
import { servers } from "./servers.ts";
import { waits } from "./timeouts.ts";

/** A `load_balancer` block as a whole nginx configuration. */
export function gateway(block: LoadBalancer, context: Context): Configuration {
  const { on, target } = context;
  const name = serviceNameOf(block.name);
  const eject = ejection(block, context);
  const { balance, sticky, affinity } = balancing(block, context);
  const limiting = rateLimit(block, `${name}_limit`, context);
  const check = activeCheck(block, `${name}_healthy`, context);
  const routes = routesOf(block, context);
  const made = routes.map((route) => location(route, name, routes.length, check?.check, context));
  const resolver = target.options.resolver;
  const caches = made.flatMap((one) => (one.cache ? [one.cache] : []));
  return {
    ...(resolver && { resolver: traced(resolver) }),
    ...(affinity && { affinity }),
    ...(limiting && { limit: limiting.zone }),
    caches,
    upstreams: [
      {
        name,
        ...(balance && { balance }),
        ...(sticky && { sticky }),
        servers: servers(block, balance?.value.method, eject, context),
      },
    ],
    matches: check?.match ? [check.match] : [],
    server: {
      listen: on.exact(block, "listen"),
      ...(limiting && { limit: limiting.limit }),
      locations: made.map((one) => one.location),
    },
  };
}

/** One route for each declared callee; without any, one to whatever the servers are. */
function routesOf(block: LoadBalancer, { model, edges }: Context): readonly Route[] {
  const declared = edgesFrom(model, block.name).filter((edge) => edge.from === "gateway");
  if (declared.length === 0) return [{ gateway: block }];
  return declared.map((edge): Route => {
    const callee = componentOf(model, edge.callee);
    const protection = edges.includes(edge) && callee ? facet(callee, "fault_tolerance") : undefined;
    return { gateway: block, ...(protection && { edge, protection }), callee: edge.callee };
  });
}

function location(
  route: Route,
  name: string,
  count: number,
  check: ActiveCheck | undefined,
  context: Context,
): { readonly location: Location; readonly cache?: Configuration["caches"][number] } {
  const { on } = context;
  const { limits, connect, idle } = waits(route, context);
  const next = nextUpstream(route, limits, idle, context);
  const prefix = count > 1 && route.callee !== undefined ? `/${serviceNameOf(route.callee)}/` : "/";
  const zone = count > 1 && route.callee !== undefined ? serviceNameOf(route.callee) : name;
  const { cache, stale, fallback } = answers(route, zone, context);
  ours(route, on);
  return {
    ...(cache && { cache }),
    location: {
      prefix: placed(prefix, route, on),
      strip: prefix !== "/",
      upstream: name,
      connectTimeout: connect,
      idleTimeout: idle,
      next,
      ...(check && { check }),
      ...(stale && { stale }),
      ...(fallback && { fallback }),
    },
  };
}

function placed(prefix: string, { gateway: block }: Route, on: Context["on"]): Traced<string> {
  const calls = on.exact(block, "calls");
  return calls ? combine([calls], () => prefix) : traced(prefix);
}

/** What nginx never owns of a callee's protection, and what only decides who does. */
function ours({ edge, protection }: Route, on: Context["on"]): void {
  if (!edge || !protection) return;
  on.byDefault(protection, "owners");
  on.byDefault(protection, "calls");
  if (!protection.retry || edge.owners.retry?.layer !== "gateway") idempotence(protection, edge, on);
  const concerns = [
    ["circuitBreaker", "circuit_breaker"],
    ["bulkhead", "bulkhead"],
  ] as const;
  for (const [field, concern] of concerns) {
    const owner = edge.owners[concern];
    if (owner) on.elsewhere(protection, field, owner);
    else on.impossible(protection, field, problems.noOwner({ concern }));
  }
}

/** Where nginx replays nothing, nothing depends on it. */
function idempotence(
  protection: NonNullable<Route["protection"]>,
  edge: NonNullable<Route["edge"]>,
  on: Context["on"],
): void {
  const owner = edge.owners.retry;
  if (owner) on.elsewhere(protection, "idempotent", owner);
  else on.byDefault(protection, "idempotent");
}

/** `health_check` and `match` of NGINX Plus (ngx_http_upstream_hc_module); not to be had in open source. */
function activeCheck(
  block: LoadBalancer,
  name: string,
  { on, target }: Context,
): { readonly check: ActiveCheck; readonly match?: StatusMatch } | undefined {
  const written = block.healthCheck;
  if (!written?.enabled || target.options.edition !== "plus") return undefined;
  const enabled = on.exact(written, "enabled");
  const interval = on.exact(written, "interval");
  const uri = on.exact(written, "path");
  on.impossible(written, "timeout", problems.checkTimeout());
  const statuses = on.exact(written, "expectedStatus");
  return {
    check: {
      interval: combine([interval, enabled], (time) => wholeSeconds(time)),
      ...(uri && { uri }),
      ...(statuses && { match: name }),
    },
    ...(statuses && { match: { name, statuses } }),
  };
}
