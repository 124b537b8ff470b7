import { block } from "../fields/block.ts";
import { boolean, duration, integer, list, object, oneOf, port, rate, string, type Infer } from "../fields/field.ts";
import { calls } from "./parts/calls.ts";
import { host, hostAndPort } from "./parts/endpoint.ts";

const server = object(
  {
    host: host.doc("The host's name or address."),
    port: port().optional().doc("The TCP port; without it the target's own default."),
    weight: integer({ min: 1, max: 65_535 }).default(1).doc("Its share of the calls, relative to the other servers."),
    backup: boolean().default(false).doc("Used only while no other server answers."),
  },
  hostAndPort,
);

/** How the server for a call is chosen. */
export const strategy = oneOf({
  round_robin: "Each server in turn, in proportion to its weight.",
  least_conn: "The server with the fewest open connections.",
  least_response_time: "The server that answered fastest of late.",
  random: "Two servers at random, the less busy of the two.",
  ip_hash: "The same server for the same client address.",
  consistent_hash: "The same server for the same `hash_key`.",
}).alias({
  least_connections: "least_conn",
  weighted_round_robin: "round_robin",
  least_time: "least_response_time",
  roundRobin: "round_robin",
  leastConn: "least_conn",
});

export const loadBalancerHealthCheck = object({
  enabled: boolean().default(true).doc("`false` switches checks off."),
  interval: duration({ min: 1000 }).default("10s").doc("The time between two checks of a server."),
  timeout: duration({ min: 1000 }).default("2s").doc("A check that takes longer has failed."),
  path: string({ pattern: "/.*", expected: "a path that begins with /" }).optional().doc("What is asked for."),
  expected_status: list(integer({ min: 100, max: 599 }), { min: 1 })
    .optional()
    .doc("The answers that count as healthy; without it any 2xx or 3xx."),
});

export const loadBalancer = block(
  "load_balancer",
  "Spreads the calls to a component over its servers.",
  {
    strategy: strategy.default("round_robin").doc("How the server for a call is chosen."),
    hash_key: oneOf({
      client_address: "The client's address.",
      uri: "The request's URI.",
      header: "The header named by `hash_header`.",
    })
      .default("client_address")
      .doc("What `consistent_hash` hashes."),
    hash_header: string({ pattern: "[A-Za-z][A-Za-z0-9-]*", expected: "a header name" })
      .optional()
      .doc("The header that is hashed."),
    servers: list(server, { min: 1 }).optional().doc("Where the calls go."),
    health_check: loadBalancerHealthCheck.optional().doc("How a server that cannot answer is noticed."),
    session_affinity: object({
      enabled: boolean().default(true).doc("`false` switches affinity off."),
      cookie_name: string({ pattern: "[!#$%&'*+.^_`|~0-9A-Za-z-]+", expected: "a cookie name" })
        .default("dpm_affinity")
        .doc("The cookie that remembers the server."),
      ttl: duration({ min: 1_000_000 })
        .optional()
        .doc("How long the browser keeps the cookie; without it until it closes."),
    })
      .optional()
      .doc("Sends a client's further calls to the server of its first."),
    rate_limiting: object({
      enabled: boolean().default(true).doc("`false` switches the limit off."),
      requests_per_second: rate().also({ rate: "" }).doc("The steady rate; a plain number is per second."),
      burst_size: integer({ min: 0 })
        .default(0)
        .doc("Requests admitted at once above the rate; the rest is rejected with 429."),
      per: oneOf({
        client: "Each client address has its own limit.",
        instance: "Each process of the gateway or service has its own limit.",
        cluster: "All instances share one limit.",
      })
        .optional()
        .doc("Who shares a limit; without it a gateway's is per client, a library's per instance."),
    })
      .optional()
      .doc("Rejects requests above a rate."),
    failover: object(
      {
        enabled: boolean().default(true).doc("`false` never tries another server."),
        max_servers: integer({ min: 1 }).optional().doc("At most so many servers are tried; without it each once."),
      },
      { shorthand: ["enabled", "max_servers"] },
    )
      .default(true)
      .doc("Tries the next server when a connection could not be made and nothing was sent."),
    ejection: object({
      enabled: boolean().default(true).doc("`false` keeps failing servers in."),
      failures: integer({ min: 1 }).default(5).doc("So many failures leave a server out."),
      window: duration({ min: 1_000_000 }).default("10s").doc("Within so long."),
      duration: duration({ min: 1_000_000 }).optional().doc("For so long; without it as long as the window."),
    })
      .optional()
      .doc(
        "Leaves a failing server out for a while; without it a stand-in for `health_check`, else 5 failures in 10 s.",
      ),
    listen: port().default(80).doc("The port that a gateway listens on."),
    calls: calls.doc("The components that this component passes calls on to."),
  },
  {
    example: `load_balancer ApiGateway {
  calls: [OrderService]
  strategy: "least_conn"
  servers: ["10.0.0.1:8080", { host: "10.0.0.2", port: 8080, weight: 2 }]
  health_check: { interval: "10s", timeout: "2s", path: "/health", expected_status: [200, 204] }
  rate_limiting: { requests_per_second: "100 req/s", burst_size: 50, per: "client" }
}

fault_tolerance OrderService {
  timeout: "2s"
}
`,
  },
);

export type LoadBalancer = Infer<typeof loadBalancer>;
