import { combine, traced, type Traced } from "@dpm/print";
import { serviceNameOf, type LoadBalancer } from "@dpm/core";
import { phrases, problems } from "../diagnostics.ts";
import type { ActiveCheck, Configuration, Location, StatusMatch } from "../model.ts";
import { wholeSeconds } from "../units.ts";
import { balancing } from "./balance.ts";
import type { Context } from "./context.ts";
import { ejection } from "./ejection.ts";
import { answers } from "./fallback.ts";
import { nextUpstream } from "./next-upstream.ts";
import { rateLimit } from "./rate-limit.ts";
import { rawDirectives } from "./raw.ts";
import { routesOf, type Route } from "./routes.ts";
import { servers } from "./servers.ts";
import { waits } from "./timeouts.ts";

/** A `load_balancer` block as a whole nginx configuration. */
export function gateway(block: LoadBalancer, context: Context): Configuration {
  const { on, target } = context;
  const name = serviceNameOf(block.name);
  const routes = routesOf(block, context);
  const eject = ejection(block, routes, context);
  const { balance, sticky, affinity } = balancing(block, context);
  const limiting = rateLimit(block, `${name}_limit`, context);
  const check = activeCheck(block, `${name}_healthy`, context);
  const raw = rawDirectives(block, context);
  const placed = places(block, routes, on);
  const made = placed.map(({ route, prefix }) =>
    location(route, prefix, name, { check: check?.check, raw: raw.location }, context),
  );
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
        raw: raw.upstream,
      },
    ],
    matches: check?.match ? [check.match] : [],
    server: {
      listen: on.exact(block, "listen"),
      ...(limiting && { limit: limiting.limit }),
      locations: made.map((one) => one.location),
      elsewhereNotFound: routes.length > 1,
      raw: raw.server,
    },
  };
}

interface Place {
  readonly route: Route;
  readonly prefix: Traced<string>;
}

/** One callee has everything. Of several the model does not say which requests are whose, so each gets its own prefix. */
function places(block: LoadBalancer, routes: readonly Route[], on: Context["on"]): readonly Place[] {
  const one = routes.length === 1;
  const prefixOf = ({ callee }: Route): string => (one || callee === undefined ? "/" : `/${serviceNameOf(callee)}/`);
  const prefixes = routes.map((route) => phrases.prefixFor({ prefix: prefixOf(route), callee: route.callee ?? "" }));
  const calls = one
    ? on.exact(block, "calls")
    : on.approximated(block, "calls", problems.prefixesInvented({ prefixes }));
  return routes.map((route) => ({
    route,
    prefix: calls ? combine([calls], () => prefixOf(route)) : traced(prefixOf(route)),
  }));
}

function location(
  route: Route,
  prefix: Traced<string>,
  upstream: string,
  { check, raw }: Pick<Location, "raw"> & { readonly check: ActiveCheck | undefined },
  context: Context,
): { readonly location: Location; readonly cache?: Configuration["caches"][number] } {
  const { limits, connect, idle } = waits(route, context);
  const next = nextUpstream(route, limits, idle, context);
  const strip = prefix.value !== "/";
  const zone = strip && route.callee !== undefined ? serviceNameOf(route.callee) : upstream;
  const { cache, stale, fallback } = answers(route, zone, context);
  ours(route, context.on);
  return {
    ...(cache && { cache }),
    location: {
      prefix,
      strip,
      upstream,
      connectTimeout: connect,
      idleTimeout: idle,
      next,
      ...(check && { check }),
      ...(stale && { stale }),
      ...(fallback && { fallback }),
      raw,
    },
  };
}

/** What nginx never owns of a callee's protection, and what only decides who does. */
function ours({ edge, protection }: Route, on: Context["on"]): void {
  if (!edge || !protection) return;
  on.byDefault(protection, "owners");
  on.byDefault(protection, "calls");
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
