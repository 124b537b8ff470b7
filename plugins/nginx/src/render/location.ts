import { map, mark, nginx } from "@dpm/print";
import type { Fallback, Location, NextUpstream, StaleCache } from "../model.ts";
import { rawDirective } from "./raw.ts";
import { milliseconds, seconds } from "./time.ts";

const { block, concat, directive, name, param, variable, word } = nginx;
type Statement = nginx.Statement;

/** `location` that passes requests on. */
export function location(one: Location): Statement {
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
      ...one.raw.map(rawDirective),
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

/**
 * What a client gets for its credentials is nobody else's: it is neither stored nor looked for, so neither fresh nor stale
 * answers cross from one client to another. nginx itself stores nothing with `Set-Cookie` or `Cache-Control: private`.
 */
function staleCache({ zone, on }: StaleCache): nginx.Children {
  return [
    directive("proxy_cache", name(zone)),
    directive("proxy_cache_key", concat(variable("scheme"), word("://"), variable("host"), variable("request_uri"))),
    directive("proxy_no_cache", variable("dpm_credentials")),
    directive("proxy_cache_bypass", variable("dpm_credentials")),
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

/** `location` that answers in place of a failed call. */
export function fallback({ name: named, answer }: Fallback): Statement {
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
