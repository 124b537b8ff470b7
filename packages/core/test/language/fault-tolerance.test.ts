import { expect, test } from "vitest";
import { pauses } from "../../src/2-normalize/policy.ts";
import { deadlines } from "../../src/2-normalize/deadlines.ts";
import { compileText, layerTarget, only, target } from "../compile/compiling.ts";
import { problemsOf } from "../read/reading.ts";
import { found, policyIn } from "./finding.ts";

test("[17] `max_attempts` counts the first call: 3 are two retries, 1 is none, 0 is an error", () => {
  const retry = policyIn("retry: { max_attempts: 3 }").retry;
  expect([retry?.maxAttempts, retry && pauses(retry).length]).toEqual([3, 2]);
  expect(pauses({ ...retry, maxAttempts: 1 } as NonNullable<typeof retry>)).toEqual([]);
  expect(problemsOf("fault_tolerance", "retry: { max_attempts: 0 }")).toEqual(["core/out-of-range: 0"]);
});

test.each([
  ["none", [0, 0, 0]],
  ["fixed", [100, 100, 100]],
  ["linear", [100, 200, 300]],
  ["exponential", [100, 200, 400]],
  ["exponential_jitter", [100, 200, 400]],
  ["decorrelated_jitter", [100, 300, 900]],
])("[18] backoff %s pauses at most %j milliseconds", (backoff, expected) => {
  const { retry } = policyIn(`retry: { max_attempts: 4 backoff: ${backoff} }`);
  expect(retry && pauses(retry).map((pause) => pause / 1000)).toEqual(expected);
});

test("[18] an unwritten backoff is random; a written `exponential` stays the same for all, and that is told", () => {
  expect(policyIn("retry: {}").retry?.backoff).toBe("exponential_jitter");
  expect(found("fault_tolerance A { retry: { backoff: exponential } }")).toEqual(["note lock-step: exponential"]);
});

test("[19-21] a `max_delay` that no pause reaches is told", () => {
  const text =
    'fault_tolerance A { retry: { max_attempts: 3 backoff: exponential initial_delay: "100ms" max_delay: "1s" multiplier: 2.0 } }';
  expect(only(compileText(text).diagnostics, "core/max-delay-unreachable").message).toContain("100 ms, 200 ms");
});

test("[23] a plain timeout is the whole call's; the object form says each; what hangs is told with the limit that fits", () => {
  expect(policyIn('timeout: "2s"').timeout).toEqual({ total: 2_000_000, connect: 1_000_000 });
  expect(policyIn('timeout: { total: "2s" per_attempt: "566ms" connect: "1s" }').timeout).toEqual({
    total: 2_000_000,
    perAttempt: 566_000,
    connect: 1_000_000,
  });
  const text = 'fault_tolerance A { retry: { max_attempts: 3 backoff: fixed initial_delay: "150ms" } timeout: "2s" }';
  expect(only(compileText(text).diagnostics, "core/hang-eats-attempts").help).toContain('per_attempt: "566ms"');
});

test("[25] F with a minimum N is the rate F/N, F alone is F in a row, and each other form says itself", () => {
  const trip = (text: string): unknown => policyIn(`circuit_breaker: { ${text} }`).breaker?.trip;
  expect(trip("failure_threshold: 5 minimum_request_count: 10")).toEqual({
    kind: "rate",
    failures: 5,
    of: 10,
    minimum: 10,
  });
  expect(trip("failure_threshold: 5")).toEqual({ kind: "consecutive", failures: 5 });
  expect(trip('failure_threshold: "50%"')).toMatchObject({ kind: "rate", minimum: 10 });
  expect(trip("failure_threshold: { failures: 5 }")).toMatchObject({ kind: "count", failures: 5 });
  expect(trip("failure_threshold: { consecutive: 5 }")).toEqual({ kind: "consecutive", failures: 5 });
});

test("[25/306] the volume that is asked for is `minimum_request_count`, and the share is failures of that many: 50 %", () => {
  const { breaker } = policyIn(
    'circuit_breaker: { failure_threshold: 5 minimum_request_count: 10 reset_timeout: "30s" sliding_window: "10s" }',
  );
  expect(breaker).toEqual({
    trip: { kind: "rate", failures: 5, of: 10, minimum: 10 },
    window: { kind: "time", length: 10_000_000 },
    resetTimeout: 30_000_000,
    probes: 1,
  });
});

test.each([
  ["", 1],
  ["half_open_state: true", 1],
  ["half_open_state: 3", 3],
  ["half_open_state: { permitted_calls: 3 }", 3],
  ["half_open_state: false", 0],
])("[27] `%s` lets %d probes through", (text, probes) => {
  expect(policyIn(`circuit_breaker: { failure_threshold: 5 ${text} }`).breaker?.probes).toBe(probes);
});

test("[28] a window with a unit is a time, one without a number of calls", () => {
  const window = (text: string): unknown =>
    policyIn(`circuit_breaker: { failure_threshold: 5 sliding_window: ${text} }`).breaker?.window;
  expect([window('"10s"'), window("20")]).toEqual([
    { kind: "time", length: 10_000_000 },
    { kind: "calls", size: 20 },
  ]);
});

test("[29] a window of fewer calls than the breaker needs is an error", () => {
  expect(
    found(
      "fault_tolerance A { circuit_breaker: { failure_threshold: 5 minimum_request_count: 10 sliding_window: 9 } }",
    ),
  ).toEqual(["error minimum-exceeds-window: 9"]);
});

test("[31-38] a fallback answers from a fresh cache, then with the default response; one that reports success is told", () => {
  const body = 'fallback: { strategy: "useCache" cache_ttl: "5m" default_response: { status: "success" data: {} } }';
  expect(policyIn(body).fallback).toMatchObject({ chain: ["cache", "default_response"], cacheTtl: 300_000_000 });
  expect(policyIn('fallback: "useCache"').fallback?.chain).toEqual(["cache"]);
  expect(found(`fault_tolerance A { ${body} }`)).toEqual(['warning fallback-reports-success: "success"']);
});

test("[39-42] a bulkhead counts calls and may let them wait", () => {
  expect(policyIn('bulkhead: { max_concurrent_calls: 10 max_wait_duration: "1s" }').bulkhead).toEqual({
    maxConcurrentCalls: 10,
    maxWait: 1_000_000,
  });
  expect(policyIn("bulkhead: 10").bulkhead?.maxWait).toBe(0);
});

test("[41] the wait for a turn is inside the total, which no layer prolongs for it", () => {
  const code = layerTarget("code", "in_process", ["retry", "bulkhead"]);
  const text = 'fault_tolerance A { timeout: "2s" bulkhead: { max_concurrent_calls: 10 max_wait_duration: "1s" } }';
  const { model } = compileText(text, { targets: [target(code)] });
  const [edge] = model.edges;
  const [component] = model.components;
  expect(edge && component && deadlines(edge, component, "code").total?.value).toBe(2_000_000);
  expect(found(text.replace('"1s"', '"2s"'))).toEqual(['warning wait-exceeds-total: "2s"']);
});
