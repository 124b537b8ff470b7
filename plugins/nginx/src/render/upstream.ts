import { mark, map, nginx, type Traced } from "@dpm/print";
import type { Balance, HashKey, StatusMatch, Upstream, UpstreamServer } from "../model.ts";
import { rawDirective } from "./raw.ts";
import { seconds } from "./time.ts";

const { block, concat, directive, name, param, variable, word } = nginx;
type Statement = nginx.Statement;

/** `upstream`: who is chosen how. */
export function upstream(one: Upstream): Statement {
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
      ...one.raw.map(rawDirective),
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
function hashKey(key: HashKey): nginx.Arg {
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

/** `match` of NGINX Plus. */
export function statusMatch({ name: named, statuses }: StatusMatch): Statement {
  return block("match", [name(named)], [mark(directive("status", ...statuses.value), statuses)]);
}
