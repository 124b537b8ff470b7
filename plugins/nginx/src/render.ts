import { map, mark, nginx, print, type Printed, type Traced } from "@dpm/print";
import type { CachePath, Configuration, LimitZone } from "./model.ts";
import { fallback, location } from "./render/location.ts";
import { rawDirective } from "./render/raw.ts";
import { seconds } from "./render/time.ts";
import { statusMatch, upstream } from "./render/upstream.ts";

const { blank, block, comment, concat, directive, name, param, variable, word } = nginx;
type Statement = nginx.Statement;

/** The text of a whole configuration. */
export function render(made: Configuration): Printed {
  return print(nginx.doc([block("events", [], []), blank, block("http", [], http(made))]));
}

function http(made: Configuration): nginx.Children {
  const bodies = made.server.locations.map((one) => one.fallback?.answer.value.body ?? "");
  return [
    bodies.some(nginx.usesDollar) && nginx.dollarGeo,
    made.resolver && directive("resolver", ...made.resolver.value.map((one) => name(one))),
    made.affinity && cookieMap(made.affinity.cookie),
    made.limit && limitZone(made.limit),
    made.caches.length > 0 && credentials(),
    ...made.caches.map(cachePath),
    ...made.upstreams.flatMap((one) => [blank, upstream(one)]),
    ...made.matches.flatMap((one) => [blank, statusMatch(one)]),
    blank,
    server(made),
  ];
}

function cookieMap(cookie: Traced<string>): Statement {
  return block(
    "map",
    [variable("cookie_", cookie), variable("dpm_affinity")],
    [
      directive("default", variable("cookie_", cookie)),
      comment("A client without the cookie goes anywhere."),
      directive("~^$", variable("request_id")),
    ],
  );
}

function limitZone({ key, rate, zone }: LimitZone): Statement {
  const per = rate.value.unit === "s" ? word("r/s") : word("r/m");
  const limited = key.value === "client" ? variable("binary_remote_addr") : word("instance");
  const limits = directive(
    "limit_req_zone",
    limited,
    param("zone", name(zone), word(":10m")),
    param(
      "rate",
      map(rate, (one) => one.count),
      per,
    ),
  );
  return mark(limits, key);
}

/** Whether a request has credentials: `proxy_cache_bypass` alone would take a value of `0` for none. */
function credentials(): Statement {
  return block(
    "map",
    [concat(variable("http_authorization"), variable("http_cookie")), variable("dpm_credentials")],
    [directive("default", 0), directive("~.", 1)],
  );
}

/** `keys_zone` of 1 MB holds about 8,000 answers. */
function cachePath({ zone, inactive }: CachePath): Statement {
  const path = concat(word("/var/cache/nginx/"), name(zone));
  return directive(
    "proxy_cache_path",
    path,
    param("keys_zone", name(zone), word(":1m")),
    param("inactive", seconds(inactive)),
    param("use_temp_path", word("off")),
  );
}

function server({ server: made }: Configuration): Statement {
  const { limit } = made;
  return block(
    "server",
    [],
    [
      directive("listen", made.listen),
      directive("server_name", word("_")),
      limit &&
        directive(
          "limit_req",
          param("zone", name(limit.zone)),
          limit.burst && param("burst", limit.burst),
          word("nodelay"),
        ),
      limit && directive("limit_req_status", 429),
      ...made.raw.map(rawDirective),
      ...made.locations.flatMap((one) => [blank, location(one)]),
      ...(made.elsewhereNotFound ? [blank, block("location", [word("/")], [directive("return", 404)])] : []),
      ...made.locations.flatMap((one) => (one.fallback ? [blank, fallback(one.fallback)] : [])),
    ],
  );
}
