import { expect, test } from "vitest";
import { experimentsOf } from "../../src/2-normalize/experiments.ts";
import { levelsOf } from "../../src/2-normalize/levels.ts";
import { compileText, layerTarget, target } from "../compile/compiling.ts";
import { readOne } from "../read/reading.ts";
import { componentIn, found } from "./finding.ts";

test("[690-707] level n wraps level n - 1; another order than the usual is told, a fallback inside what waits for failures too", () => {
  const text = `multi_level_fault_tolerance A {
  level_4: { pattern: "fallback" strategy: "useCache" }
  level_1: { pattern: "retry" max_attempts: 3 }
  level_2: { pattern: "circuit_breaker" failure_threshold: 5 }
  level_3: { pattern: "bulkhead" max_concurrent_calls: 10 }
}`;
  expect(levelsOf(componentIn(text, "A")).map((one) => one.said.pattern)).toEqual([
    "retry",
    "circuit_breaker",
    "bulkhead",
    "fallback",
  ]);
  expect(found(text)).toEqual(["note level-order: A"]);
  expect(
    found("multi_level_fault_tolerance A { level_1: { pattern: fallback } level_2: { pattern: retry } }"),
  ).toContain("warning fallback-hides-failure: fallback");
  expect(found("multi_level_fault_tolerance A { level_2: { pattern: retry } }")).toEqual([
    "error level-missing: level_2",
  ]);
});

test("[690] a level has what it leaves out from the component's policy; the same field with another value is an error", () => {
  const text = (attempts: number): string => `fault_tolerance A { retry: { max_attempts: 3 initial_delay: "50ms" } }
multi_level_fault_tolerance A { level_1: { pattern: retry max_attempts: ${attempts} max_delay: "2s" } }`;
  const [level] = levelsOf(componentIn(text(3), "A"));
  expect(level?.settings).toMatchObject({
    pattern: "retry",
    maxAttempts: 3,
    initialDelay: 50_000,
    maxDelay: 2_000_000,
    multiplier: 2,
  });
  expect([found(text(3)), found(text(4))]).toEqual([[], ["error said-differently: 4"]]);
});

test("[712-731] modes say a level of consistency, thresholds are shares of capacity, and who takes none of it is told", () => {
  const block = readOne(
    "dynamic_consistency",
    'normal_mode: { consistency: "strong" } high_load_mode: { consistency: "eventual" performance_priority: true } auto_switch: { load_threshold: 0.8 error_threshold: "10%" }',
  );
  expect(block).toMatchObject({
    normalMode: { consistency: "linearizable" },
    highLoadMode: { performancePriority: true },
    autoSwitch: { loadThreshold: 0.8, errorThreshold: 0.1 },
  });
  const targets = [target(layerTarget("mesh", "mesh", ["retry"]))];
  expect(compileText("dynamic_consistency UserDB { normal_mode: weak }", { targets }).report.untaken).toEqual([
    { kind: "dynamic_consistency", names: ["UserDB"] },
  ]);
});

test("[737-758] an adaptive load balancer refines the plain one: its servers, and its first strategy where nothing can change it", () => {
  const plain = 'load_balancer A { servers: ["a"] health_check: { interval: "10s" } }\n';
  const text = 'adaptive_load_balancer A { strategies: [round_robin, least_conn] health_check: { interval: "10s" } }';
  expect(found(plain + text)).toEqual(["note first-strategy-only: round_robin"]);
  expect(found(plain + text.replace("[round_robin, ", "[random, ").replace('"10s"', '"20s"'))).toEqual([
    "note first-strategy-only: random",
    'error said-differently: "20s"',
  ]);
  expect(found(text)).toContain("warning nothing-to-adapt: A");
});

test("[781-797] an experiment lasts a minute and adds half as much again as the timeout, unless it says otherwise", () => {
  const text =
    'fault_tolerance A { timeout: "2s" }\nchaos_engineering A { experiments: [network_partition, high_latency, { name: high_latency duration: "5m" latency: "1s" }] }';
  expect(
    experimentsOf(componentIn(text, "A")).map((one) => [one.name.value, one.duration.value, one.latency?.value]),
  ).toEqual([
    ["network_partition", 60_000_000, undefined],
    ["high_latency", 60_000_000, 3_000_000],
    ["high_latency", 300_000_000, 1_000_000],
  ]);
  expect(
    readOne("chaos_engineering", 'experiments: [high_latency] success_criteria: { max_response_time_increase: "50%" }')
      .successCriteria,
  ).toEqual({
    maxResponseTimeIncrease: 0.5,
  });
});

test("[794] `availability_threshold` is `min_availability`", () => {
  const criteria = (key: string): unknown =>
    readOne("chaos_engineering", `experiments: [high_latency] success_criteria: { ${key}: 0.99 }`).successCriteria;
  expect(criteria("availability_threshold")).toEqual(criteria("min_availability"));
});
