import { expect, test } from "vitest";
import { readOne } from "../read/reading.ts";
import { compileText } from "../compile/compiling.ts";
import { found, modelOf } from "./finding.ts";

test("[557/576] tests of one component are told apart by their type", () => {
  expect(found("generate_tests A { type: unit }\ngenerate_tests A { type: integration }")).toEqual([]);
  expect(found("generate_tests A { type: unit }\ngenerate_tests A { type: unit }")).toEqual([
    "error duplicate-block: A",
  ]);
});

test("[565-567] scenarios of tests are a list that dpm can play; of any other name a test is made that is off, and that is told", () => {
  const { scenarios } = readOne(
    "generate_tests",
    "type: unit scenarios: [normal_load, network_partition, timeout_scenario]",
  );
  expect(scenarios).toEqual(["normal_operation", "network_partition_simulation", "timeout_scenario"]);
  expect(found("generate_tests A { type: unit scenarios: [complete_order_flow] }")).toEqual([
    "warning unknown-scenario: complete_order_flow",
  ]);
  expect(readOne("benchmark", "scenarios: [normal_operation, peak_load]").scenarios).toEqual([
    "normal_load",
    "peak_load",
  ]);
});

test("[578] `testcontainers` is JUnit 5 with Testcontainers, `junit5` is JUnit 5", () => {
  const framework = (name: string): unknown => readOne("generate_tests", `type: unit framework: "${name}"`).framework;
  expect([framework("testcontainers"), framework("junit5"), framework("junit")]).toEqual([
    "testcontainers",
    "junit",
    "junit",
  ]);
});

test("[594-614] what a benchmark asks for are durations, a rate and a share, held against the limits on the way", () => {
  const { constraints } = readOne(
    "benchmark",
    'constraints: { max_latency_p95: "100ms" min_throughput: "1000 req/s" max_error_rate: "0.001" }',
  );
  expect(constraints).toEqual({
    maxLatencyP95: 100_000,
    minThroughput: { count: 1000, per: 1_000_000 },
    maxErrorRate: 0.001,
  });
  const text = `fault_tolerance A {}\nload_balancer Gate { servers: [a] calls: [A] rate_limiting: { rate: 100 per: cluster } }
benchmark A { constraints: { min_throughput: "1000 req/s" } }`;
  expect(found(text)).toEqual(['error limit-below-demand: "1000 req/s"']);
  // Without `calls` nothing links the two.
  expect(found(text.replace(" calls: [A]", ""))).toEqual([]);
});

test("[623-643] a system documents and is checked: its services are there, follow its patterns, and talk by what is declared", () => {
  const text = `microservice_pattern Shop { services: ["user-service", "order-service"] patterns: [fault_tolerance, load_balancer]
  communication: { sync: "http_rest" async: "message_queue" } deployment: "kubernetes" }
fault_tolerance OrderService {}`;
  expect(found(text)).toEqual([
    'warning undefined-component: "user-service"',
    'warning pattern-not-followed: "order-service"',
    'warning communication-undefined: "message_queue"',
  ]);
  expect(modelOf(text).components.map((one) => one.name)).toEqual(["Shop", "OrderService"]);
});

test("[623-643] with `generate: true` it is a template: what a service lacks is made of defaults, where defaults are enough", () => {
  const text = `microservice_pattern Shop { services: ["user-service", "order-service"] patterns: [fault_tolerance, load_balancer, distributed_cache] deployment: kubernetes generate: true }
fault_tolerance OrderService { retry: { max_attempts: 2 } }`;
  const { components } = modelOf(text);
  expect(components.map((one) => [one.name, one.facets.map((facet) => facet.kind)])).toEqual([
    ["Shop", ["microservice_pattern"]],
    ["OrderService", ["fault_tolerance", "load_balancer", "deploy_kubernetes"]],
    ["user-service", ["fault_tolerance", "load_balancer", "deploy_kubernetes"]],
  ]);
  expect(components[1]?.policy.retry?.maxAttempts).toBe(2);
  const codes = compileText(text).diagnostics.map((one) => one.code);
  expect(codes.filter((code) => code === "core/pattern-not-made")).toHaveLength(2);
  expect(codes).not.toContain("core/undefined-component");
});

test("[652] a pattern that has no blocks is named in vain, and that is told", () => {
  expect(found('event_driven_pattern A { patterns: ["message_queue", "event_sourcing"] }')).toEqual([
    "warning unknown-pattern: event_sourcing",
  ]);
});

test("[660-661] Axon cannot rebuild aggregates from Kafka", () => {
  expect(found('event_driven_pattern A { event_store: "kafka" saga_coordinator: "axon" }')).toEqual([
    'error incompatible-pair: "kafka"',
  ]);
  expect(found('event_driven_pattern A { event_store: "axon_server" saga_coordinator: "axon" }')).toEqual([]);
});

test("[662-665] sides of a system that no block declares are told", () => {
  const text =
    'event_driven_pattern A { cqrs: { command_side: "order_command_service" query_side: "query_service" } }\nfault_tolerance QueryService {}';
  expect(found(text)).toEqual(['warning undefined-component: "order_command_service"']);
});
