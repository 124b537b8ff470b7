import { map, mark, nginx, print, type Printed, type Traced } from "@dpm/print";
import type {
  Balance,
  CachePath,
  Configuration,
  Fallback,
  HashKey,
  LimitZone,
  Location,
  NextUpstream,
  StaleCache,
  StatusMatch,
  Upstream,
  UpstreamServer,
} from "./model.ts";

const { blank, block, comment, concat, directive, name, param, variable, word } = nginx;
type Statement = nginx.Statement;
type Token = ReturnType<typeof word>;

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

function upstream(one: Upstream): Statement {
  return block(
    "upstream",
    [name(one.name)],
    [
      directive("zone", name(one.name), word("64k")),
      one.balance && balance(one.balance),
      one.sticky &&
        directive(
          "sticky",
          word("cookie"),
          name(one.sticky.cookie),
          one.sticky.expires && param("expires", seconds(one.sticky.expires)),
          param("path", word("/")),
          word("httponly"),
        ),
      ...one.servers.map(upstreamServer),
    ],
  );
}

function balance(chosen: Traced<Balance>): Statement {
  const { value } = chosen;
  switch (value.method) {
    case "hash":
      return mark(directive("hash", hashKey(value.key), word("consistent")), chosen);
    case "random":
      return mark(directive("random", word("two"), word("least_conn")), chosen);
    case "least_time":
      return mark(directive("least_time", word("header")), chosen);
    default:
      return mark(directive(value.method), chosen);
  }
}

/** A header's variable is its name in lower case with `_` (ngx_http_core_module, `$http_`). */
function hashKey(key: HashKey): Token {
  switch (key.of) {
    case "client_address":
      return variable("remote_addr");
    case "uri":
      return variable("request_uri");
    case "affinity":
      return variable("dpm_affinity");
    case "header":
      return variable("http_", key.header.toLowerCase().replaceAll("-", "_"));
  }
}

function upstreamServer(one: UpstreamServer): Statement {
  return directive(
    "server",
    one.port ? concat(name(one.host), word(":"), one.port) : name(one.host),
    one.weight && param("weight", one.weight),
    param("max_fails", one.maxFails),
    param("fail_timeout", seconds(one.failTimeout)),
    one.backup && word(map(one.backup, () => "backup" as const)),
    one.resolve && word("resolve"),
  );
}

function statusMatch({ name: named, statuses }: StatusMatch): Statement {
  return block("match", [name(named)], [mark(directive("status", ...statuses.value), statuses)]);
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
      ...made.locations.flatMap((one) => [blank, location(one)]),
      ...made.locations.flatMap((one) => (one.fallback ? [blank, fallback(one.fallback)] : [])),
    ],
  );
}

function location(one: Location): Statement {
  const { check, stale, fallback: answer } = one;
  const target = concat(word("http://"), name(one.upstream), ...(one.strip ? [word("/")] : []));
  return block(
    "location",
    [name(one.prefix)],
    [
      directive("proxy_pass", target),
      directive("proxy_http_version", word("1.1")),
      directive("proxy_set_header", word("Connection"), nginx.str("")),
      directive("proxy_set_header", word("Host"), variable("host")),
      directive("proxy_set_header", word("X-Real-IP"), variable("remote_addr")),
      directive("proxy_set_header", word("X-Forwarded-For"), variable("proxy_add_x_forwarded_for")),
      directive("proxy_set_header", word("X-Forwarded-Proto"), variable("scheme")),
      directive("proxy_connect_timeout", milliseconds(one.connectTimeout)),
      directive("proxy_send_timeout", milliseconds(one.idleTimeout)),
      directive("proxy_read_timeout", milliseconds(one.idleTimeout)),
      ...nextUpstream(one.next),
      check &&
        directive(
          "health_check",
          param("interval", seconds(check.interval)),
          check.uri && param("uri", nginx.str(check.uri)),
          check.match !== undefined && param("match", name(check.match)),
        ),
      ...(stale ? staleCache(stale) : []),
      ...(answer ? intercept(answer) : []),
    ],
  );
}

function nextUpstream({ conditions, tries, window }: NextUpstream): nginx.Children {
  const words = conditions.value.length === 0 ? [word("off")] : conditions.value.map((one) => word(one));
  return [
    mark(directive("proxy_next_upstream", ...words), conditions),
    directive("proxy_next_upstream_tries", tries),
    directive("proxy_next_upstream_timeout", milliseconds(window)),
  ];
}

function staleCache({ zone, on }: StaleCache): nginx.Children {
  return [
    directive("proxy_cache", name(zone)),
    directive("proxy_cache_valid", 200, word("1s")),
    mark(directive("proxy_cache_use_stale", ...on.value.map((one) => word(one))), on),
  ];
}

function intercept({ name: named, statuses }: Fallback): nginx.Children {
  return [
    directive("proxy_intercept_errors", word("on")),
    mark(directive("error_page", ...statuses.value, word("="), name(named)), statuses),
  ];
}

function fallback({ name: named, answer }: Fallback): Statement {
  const { status, body } = answer.value;
  const made =
    body === undefined
      ? directive("return", status)
      : directive("return", status, nginx.complex(map(answer, () => body)));
  return block(
    "location",
    [name(named)],
    [body !== undefined && directive("default_type", word("application/json")), mark(made, answer)],
  );
}

function seconds(time: Traced<number>): Token {
  return nginx.seconds(map(time, (microseconds) => microseconds / 1_000_000));
}

function milliseconds(time: Traced<number>): Token {
  return nginx.ms(map(time, (microseconds) => microseconds / 1000));
}
