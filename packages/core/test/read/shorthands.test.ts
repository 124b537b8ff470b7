import { expect, test } from "vitest";
import { readOne } from "./reading.ts";

const second = 1_000_000;

test("[17] [141] `retry: 5` is five attempts, the first included, with every default beside it", () => {
  expect(readOne("fault_tolerance", "retry: 5").retry).toEqual({
    maxAttempts: 5,
    backoff: "exponential_jitter",
    initialDelay: 100_000,
    maxDelay: second,
    multiplier: 2,
    on: ["connect_failure", "timeout", "reset", "502", "503", "504", "429"],
  });
});

test("[18] a written `exponential` stays deterministic", () => {
  expect(readOne("fault_tolerance", 'retry: { backoff: "exponential" }').retry?.backoff).toBe("exponential");
});

test("[23] a plain timeout is the total; the object form says each deadline", () => {
  expect(readOne("fault_tolerance", 'timeout: "2s"').timeout).toEqual({ total: 2 * second, connect: second });
  const each = readOne("fault_tolerance", 'timeout: { total: "2s", per_attempt: 566ms, connect: "250ms" }').timeout;
  expect(each).toEqual({ total: 2 * second, perAttempt: 566_000, connect: 250_000 });
});

test.each([
  ["5", { count: 5 }],
  ['"50%"', { ratio: 0.5 }],
  ["50%", { ratio: 0.5 }],
  ["{ failures: 5 }", { failures: 5 }],
  ["{ consecutive: 5 }", { consecutive: 5 }],
])("[25] `failure_threshold: %s` keeps its form, since each means something else", (text, expected) => {
  expect(
    readOne("fault_tolerance", `circuit_breaker: { failure_threshold: ${text} }`).circuitBreaker?.failureThreshold,
  ).toEqual(expected);
});

test.each([
  ["true", { enabled: true, permittedCalls: 1 }],
  ["false", { enabled: false, permittedCalls: 1 }],
  ["3", { enabled: true, permittedCalls: 3 }],
  ["{ permitted_calls: 4 }", { enabled: true, permittedCalls: 4 }],
])("[27] `half_open_state: %s` is a switch or a number of probes", (text, expected) => {
  const breaker = readOne(
    "fault_tolerance",
    `circuit_breaker: { failure_threshold: 5 half_open_state: ${text} }`,
  ).circuitBreaker;
  expect(breaker?.halfOpenState).toEqual(expected);
});

test.each([
  ['"10s"', { time: 10 * second }],
  ["10s", { time: 10 * second }],
  ["20", { calls: 20 }],
])("[28] `sliding_window: %s` is a time or a number of calls", (text, expected) => {
  const breaker = readOne(
    "fault_tolerance",
    `circuit_breaker: { failure_threshold: 5 sliding_window: ${text} }`,
  ).circuitBreaker;
  expect(breaker?.slidingWindow).toEqual(expected);
});

test("[31-38] [147] a fallback may be its strategy alone, in the draft's spelling", () => {
  expect(readOne("fault_tolerance", 'fallback: "returnEmpty"').fallback).toEqual({
    strategy: "return_empty",
    cacheTtl: 300 * second,
    empty: "object",
  });
  expect(readOne("fault_tolerance", 'fallback: { strategy: "useCache" }').fallback?.strategy).toBe("use_cache");
  expect(readOne("fault_tolerance", 'fallback: { strategy: "returnEmpty" empty: "status" }').fallback?.empty).toBe(
    "status",
  );
});

test("[39-42] a bulkhead may be its size alone", () => {
  expect(readOne("fault_tolerance", "bulkhead: 10").bulkhead).toEqual({ maxConcurrentCalls: 10, maxWaitDuration: 0 });
});

test.each([
  ['"1000"', { entries: 1000 }],
  ["1000", { entries: 1000 }],
  ['"1h"', { every: 3600 * second }],
])("[54] `snapshot_interval: %s` counts log entries without a unit and time with one", (text, expected) => {
  expect(readOne("consistency", `type: raft snapshot_interval: ${text}`).snapshotInterval).toEqual(expected);
});

test.each([
  ['"keep_last_1000"', { revisions: 1000 }],
  ['"keep_1h30m"', { period: 5400 * second }],
  ["{ revisions: 7 }", { revisions: 7 }],
])("[57] `retention_policy: %s` is a number of revisions or a period", (text, expected) => {
  expect(
    readOne("consistency", `type: raft log_compaction: { retention_policy: ${text} }`).logCompaction?.retentionPolicy,
  ).toEqual(expected);
});

test.each(["strong", "linearizable", "linearizability"])("[66] consistency level %s is linearizable", (level) => {
  expect(
    readOne("consistency", `type: raft data_replication: { consistency_level: "${level}" }`).dataReplication
      ?.consistencyLevel,
  ).toBe("linearizable");
});

test.each([
  ["round_robin", "round_robin"],
  ["weighted_round_robin", "round_robin"],
  ["least_connections", "least_conn"],
  ["least_conn", "least_conn"],
  ["least_time", "least_response_time"],
])("[75/156/739] strategy %s is %s", (written, expected) => {
  expect(readOne("load_balancer", `strategy: "${written}"`).strategy).toBe(expected);
});

test.each([
  ['"web1"', { host: "web1" }],
  ["web1", { host: "web1" }],
  ['"web1:8080"', { host: "web1", port: 8080 }],
  ['"10.0.0.1"', { host: "10.0.0.1" }],
  ['"[::1]:8080"', { host: "[::1]", port: 8080 }],
  ['{ host: "10.0.0.3", port: 8080, weight: 2 }', { host: "10.0.0.3", port: 8080, weight: 2 }],
])("[157] server %s is a host with or without a port", (text, expected) => {
  expect(readOne("load_balancer", `servers: [${text}]`).servers).toEqual([{ weight: 1, backup: false, ...expected }]);
});

test('[93-97] `requests_per_second: 100` and `rate: "6000/m"` are one field, a rate', () => {
  const plain = readOne("load_balancer", "rate_limiting: { requests_per_second: 100 }").rateLimiting;
  expect(plain?.requestsPerSecond).toEqual({ count: 100, per: second });
  const perMinute = readOne("load_balancer", 'rate_limiting: { rate: "6000/m" }').rateLimiting;
  expect(perMinute?.requestsPerSecond).toEqual({ count: 6000, per: 60 * second });
});

test("[108-115] three checks stay three checks, and `tcp` is a host and a port", () => {
  const check = readOne(
    "service_discovery",
    'registry: consul health_check: { http: "/health" tcp: "localhost:8080" script: "true" }',
  ).healthCheck;
  expect(check).toMatchObject({ http: "/health", tcp: { host: "localhost", port: 8080 }, script: "true" });
});

test("[112] a registered service can say its address and port", () => {
  expect(readOne("service_discovery", 'registry: consul address: "10.0.0.9" port: 8080')).toMatchObject({
    address: "10.0.0.9",
    port: 8080,
  });
});

test("[176] a lock's key keeps its placeholder as it is written", () => {
  expect(readOne("distributed_lock", 'provider: redis lock_key: "order:{order_id}"').lockKey).toBe("order:{order_id}");
});

test("[178-181] a lock's `delay` is `initial_delay`, and its pauses are fixed unless it says otherwise", () => {
  const retry = readOne(
    "distributed_lock",
    'provider: redis lock_key: "k" retry: { max_attempts: 3 delay: "250ms" }',
  ).retry;
  expect(retry).toEqual({ maxAttempts: 3, backoff: "fixed", initialDelay: 250_000, maxDelay: second, multiplier: 2 });
});

test("[198-207] a saga may name its forward actions and its pivot", () => {
  const saga = readOne(
    "distributed_transaction",
    'participants: [a, b] actions: { a: "reserve" } compensation: { a: "release" } pivot: b',
  );
  expect(saga).toMatchObject({
    coordinator: "saga",
    actions: { a: "reserve" },
    compensation: { a: "release" },
    pivot: "b",
  });
});

test.each(["lru", "allkeys-lru"])("[235] eviction policy %s is lru", (policy) => {
  expect(readOne("distributed_cache", `provider: redis eviction: { policy: "${policy}" }`).eviction?.policy).toBe(
    "lru",
  );
});

test("[255-258] a topic's size is of the topic, unless it is said per partition", () => {
  const { retention } = readOne("message_queue", 'provider: kafka topic: t retention: { size_per_partition: "1gb" }');
  expect(retention).toEqual({ sizePerPartition: 1_073_741_824 });
});

test.each([
  ['"all"', "all"],
  ["1", "leader"],
  ["0", "none"],
  ['"-1"', "all"],
])("[259-264] `acks: %s` is %s, in Kafka's numbers too", (text, expected) => {
  expect(readOne("message_queue", `provider: kafka topic: t producer: { acks: ${text} }`).producer?.acks).toBe(
    expected,
  );
});

test("[284-290] a pattern may say whose block is meant", () => {
  const { patterns } = readOne(
    "generate_java",
    'patterns: [fault_tolerance, "load_balancer = ApiGateway", { pattern: "metrics" of: "Other" }]',
  );
  expect(patterns).toEqual([
    { pattern: "fault_tolerance" },
    { pattern: "load_balancer", of: "ApiGateway" },
    { pattern: "metrics", of: "Other" },
  ]);
});

test("[416-420] scenarios of verification and of chaos have one vocabulary", () => {
  const verified = readOne(
    "verify_fault_tolerance",
    "scenarios: [dependency_failure, { name: service_failure failure_rate: 5% }]",
  ).scenarios;
  expect(verified).toEqual([{ name: "service_failure" }, { name: "service_failure", failureRate: 0.05 }]);
  expect(readOne("chaos_engineering", "experiments: [service_failure]").experiments).toEqual([
    { name: "service_failure" },
  ]);
});

test("[453-469] a metric is its type, or more", () => {
  const { groups } = readOne(
    "metrics",
    'load_balancer: { request_count: "counter" response_time: { type: histogram unit: "seconds" buckets: [0.1, 0.5] } }',
  );
  expect(groups).toEqual({
    load_balancer: {
      request_count: { type: "counter" },
      response_time: { type: "histogram", unit: "seconds", buckets: [0.1, 0.5] },
    },
  });
});

test("[475] [478] alerts are named by their keys, and `for` is another word for `duration`", () => {
  const { rules } = readOne("alerts", 'down { condition: "up == 0" for: "30s" severity: critical }');
  expect(rules).toEqual({ down: { condition: "up == 0", duration: 30 * second, severity: "critical" } });
});

test("[511-520] a probe is a path, or a path and a port; its times are seconds or durations", () => {
  const probes = readOne(
    "deploy_kubernetes",
    'liveness_probe: { http_get: "/health" initial_delay_seconds: 30 period: "5s" } readiness_probe: { http_get: { path: "/ready" port: 8080 } }',
  );
  expect(probes.livenessProbe).toMatchObject({
    httpGet: { path: "/health" },
    initialDelay: 30 * second,
    period: 5 * second,
  });
  expect(probes.readinessProbe?.httpGet).toEqual({ path: "/ready", port: 8080 });
});

test("[541,544] a Compose service is its name, or its own settings", () => {
  const { services } = readOne(
    "deploy_docker_compose",
    'services: ["redis", { name: "order-service" image: "shop/order:1" resources: { limits: { cpu: 0.5 memory: "512Mi" } } }]',
  );
  expect(services).toEqual([
    { name: "redis" },
    { name: "order-service", image: "shop/order:1", resources: { limits: { cpu: 500, memory: 536_870_912 } } },
  ]);
});

test("[690-707] a level has only what it says: the rest comes from the component's fault_tolerance", () => {
  const { levels } = readOne(
    "multi_level_fault_tolerance",
    'level_1: { pattern: "retry" max_attempts: 3 } level_2: { pattern: "circuit_breaker" failure_threshold: 5 }',
  );
  expect(levels).toEqual({
    level_1: { pattern: "retry", maxAttempts: 3 },
    level_2: { pattern: "circuit_breaker", failureThreshold: { count: 5 } },
  });
});

test("[766-775] a formal verification may name the components that it is about", () => {
  expect(readOne("formal_verification", "properties: [availability_bound] targets: [OrderService]").scope).toEqual([
    "OrderService",
  ]);
});

test("[794] `availability_threshold` is `min_availability`", () => {
  const criteria = readOne(
    "chaos_engineering",
    'experiments: [high_latency] success_criteria: { availability_threshold: 0.99 max_response_time_increase: "150%" }',
  ).successCriteria;
  expect(criteria).toEqual({ minAvailability: 0.99, maxResponseTimeIncrease: 1.5 });
});

test("[G4] a value of an enumeration is a string or a bare identifier", () => {
  expect(readOne("load_balancer", "strategy: least_conn").strategy).toBe("least_conn");
  expect(readOne("load_balancer", 'strategy: "least_conn"').strategy).toBe("least_conn");
  expect(readOne("fault_tolerance", "retry: { on: [503, timeout] }").retry?.on).toEqual(["503", "timeout"]);
});

test("[G5] the field decides what `100m` is: minutes in a duration, thousandths in a processor", () => {
  expect(readOne("fault_tolerance", "timeout: 100m").timeout?.total).toBe(6000 * second);
  expect(readOne("deploy_kubernetes", "resources: { limits: { cpu: 100m } }").resources?.limits?.cpu).toBe(100);
});

test("[G8] shares are numbers, numbers in quotes or percentages; percentages by name are whole numbers", () => {
  const constraints = readOne("benchmark", 'constraints: { max_error_rate: "0.001" }').constraints;
  expect(constraints?.maxErrorRate).toBe(0.001);
  expect(
    readOne("verify_fault_tolerance", 'constraints: { min_availability: "99.9%" }').constraints?.minAvailability,
  ).toBe(0.999);
  const scaling = readOne(
    "deploy_kubernetes",
    "horizontal_pod_autoscaler: { max_replicas: 3 target_cpu_utilization_percentage: 70 }",
  );
  expect(scaling.horizontalPodAutoscaler?.targetCpuUtilizationPercentage).toBe(70);
});

test("[G9] a demand of throughput is a rate", () => {
  expect(readOne("benchmark", 'constraints: { min_throughput: "1000 req/s" }').constraints?.minThroughput).toEqual({
    count: 1000,
    per: second,
  });
});

test.each(["linger_ms: 5", "linger: 5ms", 'linger: "5ms"', "linger_seconds: 0.005"])(
  "[G10] `%s` is one field in four spellings",
  (text) => {
    expect(readOne("message_queue", `provider: kafka topic: t producer: { ${text} }`).producer?.linger).toBe(5000);
  },
);

test("[G10] two spellings that say the same are no mistake", () => {
  expect(readOne("load_balancer", 'health_check: { interval: "20s" interval_seconds: 20 }').healthCheck?.interval).toBe(
    20 * second,
  );
});
