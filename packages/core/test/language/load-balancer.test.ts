import { expect, test } from "vitest";
import { readOne } from "../read/reading.ts";
import { found } from "./finding.ts";

test.each([
  ["round_robin", "round_robin"],
  ["weighted_round_robin", "round_robin"],
  ["least_conn", "least_conn"],
  ["least_connections", "least_conn"],
  ["least_response_time", "least_response_time"],
  ["least_time", "least_response_time"],
])("[75/156/739] %s is %s, alone and among several", (written, strategy) => {
  expect(readOne("load_balancer", `strategy: ${written}`).strategy).toBe(strategy);
  expect(readOne("adaptive_load_balancer", `strategies: [${written}]`).strategies).toEqual([strategy]);
});

test("[76-80] weights with round robin are shares of the calls", () => {
  const { strategy, servers } = readOne(
    "load_balancer",
    'servers: [{ host: "10.0.0.1", port: 8080, weight: 1 }, { host: "10.0.0.3", port: 8080, weight: 2 }]',
  );
  expect([strategy, servers?.map((one) => one.weight)]).toEqual(["round_robin", [1, 2]]);
});

test("[157] a server is a name, with a port or without", () => {
  expect(readOne("load_balancer", 'servers: ["web1", "web2:8080"]').servers).toEqual([
    { host: "web1", weight: 1, backup: false },
    { host: "web2", port: 8080, weight: 1, backup: false },
  ]);
});

test("[81-87] a health check asks for a path and knows the answers that are well", () => {
  const { healthCheck } = readOne(
    "load_balancer",
    'health_check: { interval: "10s" timeout: "2s" path: "/health" expected_status: [200, 204] }',
  );
  expect(healthCheck).toEqual({
    enabled: true,
    interval: 10_000_000,
    timeout: 2_000_000,
    path: "/health",
    expectedStatus: [200, 204],
  });
  expect(found("load_balancer A { servers: [a] health_check: { expected_status: [99] } }")).toEqual([
    "error out-of-range: 99",
  ]);
});

test("[88-92] affinity is a cookie with a lifetime, beside any strategy", () => {
  const { sessionAffinity, strategy } = readOne(
    "load_balancer",
    'strategy: round_robin session_affinity: { cookie_name: "session_id" ttl: "30m" }',
  );
  expect([sessionAffinity, strategy]).toEqual([
    { enabled: true, cookieName: "session_id", ttl: 1_800_000_000 },
    "round_robin",
  ]);
});

test("[93-97] a limit has a rate, a burst and those who share it; one per process is told with its sum", () => {
  const { rateLimiting } = readOne(
    "load_balancer",
    "rate_limiting: { requests_per_second: 100 burst_size: 50 per: client }",
  );
  expect(rateLimiting).toEqual({
    enabled: true,
    requestsPerSecond: { count: 100, per: 1_000_000 },
    burstSize: 50,
    per: "client",
  });
  const text = `load_balancer A { servers: [a] rate_limiting: { requests_per_second: 100 per: instance } }
deploy_kubernetes A { image: "a:1" horizontal_pod_autoscaler: { max_replicas: 10 } }`;
  expect(found(text).map((one) => one.split(":")[0])).toEqual(["note limit-per-instance"]);
});

test("[82,89,94,…] `enabled: false` stays in the model, so that a target can write an explicit off", () => {
  const off = readOne(
    "load_balancer",
    "health_check: { enabled: false } session_affinity: { enabled: false } rate_limiting: { enabled: false rate: 1 } ejection: { enabled: false } failover: false",
  );
  expect(
    [off.healthCheck, off.sessionAffinity, off.rateLimiting, off.ejection, off.failover].map((one) => one?.enabled),
  ).toEqual(Array(5).fill(false));
});
