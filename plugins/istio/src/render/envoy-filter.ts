import { yaml } from "@dpm/print";
import type { LocalRateLimit, MeshService } from "../model.ts";
import { duration } from "./duration.ts";

/** The `spec` of an `EnvoyFilter` (networking.istio.io/v1alpha3) that limits what reaches each instance. */
export function envoyFilter({ name }: MeshService, limit: LocalRateLimit): yaml.Node {
  return yaml.map([
    // Without one the order among filters is left open, and a patch may find nothing to stand before.
    ["priority", yaml.int(10)],
    ["workloadSelector", yaml.map([["labels", yaml.map([["app", yaml.str(name)]])]])],
    [
      "configPatches",
      yaml.list([
        yaml.map([
          ["applyTo", yaml.str("HTTP_FILTER")],
          ["match", inbound],
          [
            "patch",
            yaml.map([
              ["operation", yaml.str("INSERT_BEFORE")],
              ["value", filter(limit)],
            ]),
          ],
        ]),
      ]),
    ],
  ]);
}

const inbound = yaml.map([
  ["context", yaml.str("SIDECAR_INBOUND")],
  [
    "listener",
    yaml.map([
      [
        "filterChain",
        yaml.map([["filter", yaml.map([["name", yaml.str("envoy.filters.network.http_connection_manager")]])]]),
      ],
    ]),
  ],
]);

/** Both shares are 0 % by default, which would limit nothing (Envoy, LocalRateLimit). */
function filter({ maxTokens, tokensPerFill, fillInterval }: LocalRateLimit): yaml.Node {
  const everything = yaml.map([
    [
      "default_value",
      yaml.map([
        ["numerator", yaml.int(100)],
        ["denominator", yaml.str("HUNDRED")],
      ]),
    ],
  ]);
  return yaml.map([
    ["name", yaml.str("envoy.filters.http.local_ratelimit")],
    [
      "typed_config",
      yaml.map([
        ["@type", yaml.str("type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit")],
        ["stat_prefix", yaml.str("http_local_rate_limiter")],
        [
          "token_bucket",
          yaml.map([
            ["max_tokens", yaml.int(maxTokens)],
            ["tokens_per_fill", yaml.int(tokensPerFill)],
            ["fill_interval", duration(fillInterval)],
          ]),
        ],
        ["filter_enabled", everything],
        ["filter_enforced", everything],
      ]),
    ],
  ]);
}
