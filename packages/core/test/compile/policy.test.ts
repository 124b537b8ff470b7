import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pauses, policyOf, shortestPauses, type Policy, type RetryPolicy } from "../../src/2-normalize/policy.ts";
import { compileText } from "./compiling.ts";

function policy(body: string): Policy {
  const { model, diagnostics } = compileText(`fault_tolerance A { ${body} }`);
  expect(diagnostics.filter((one) => one.severity === "error")).toEqual([]);
  const [component] = model.components;
  if (!component) throw new Error("no component");
  return component.policy;
}

const breaker = (body: string): Policy["breaker"] => policy(`circuit_breaker: { ${body} }`).breaker;

test("a component without a policy has one in which nothing acts but the limit of a connection", () => {
  expect(policyOf(undefined)).toEqual({ timeout: { connect: 1_000_000 }, idempotent: false });
  expect(compileText("metrics A {}").model.components[0]?.policy).toEqual(policyOf(undefined));
  expect(policy("")).toEqual(policyOf(undefined));
});

test("a plain timeout is the total", () => {
  expect(policy('timeout: "2s"').timeout).toEqual({ total: 2_000_000, connect: 1_000_000 });
});

describe("what opens a breaker", () => {
  test.each([
    ["failure_threshold: 5, minimum_request_count: 10", { kind: "rate", failures: 5, of: 10, minimum: 10 }],
    ["failure_threshold: 3", { kind: "consecutive", failures: 3 }],
    ['failure_threshold: "50%"', { kind: "rate", failures: 500_000, of: 1_000_000, minimum: 10 }],
    [
      'failure_threshold: "1%", minimum_request_count: 200',
      { kind: "rate", failures: 10_000, of: 1_000_000, minimum: 200 },
    ],
    ["failure_threshold: { failures: 5 }", { kind: "count", failures: 5, minimum: 5 }],
    ["failure_threshold: { failures: 5 }, minimum_request_count: 20", { kind: "count", failures: 5, minimum: 20 }],
    ["failure_threshold: { consecutive: 4 }, minimum_request_count: 20", { kind: "consecutive", failures: 4 }],
  ])("%s", (body, trip) => {
    expect(breaker(body)?.trip).toEqual(trip);
  });

  test("is judged over a time or over calls, ten seconds where nothing is written", () => {
    expect(breaker("failure_threshold: 5")?.window).toEqual({ kind: "time", length: 10_000_000 });
    expect(breaker("failure_threshold: 5, sliding_window: 20")?.window).toEqual({ kind: "calls", size: 20 });
    expect(breaker('failure_threshold: 5, sliding_window: "1m"')?.window).toEqual({ kind: "time", length: 60_000_000 });
  });

  test("is probed once, as often as written, or never", () => {
    const probes = (half: string): number | undefined =>
      breaker(`failure_threshold: 5, half_open_state: ${half}`)?.probes;
    expect(breaker("failure_threshold: 5")?.probes).toBe(1);
    expect(probes("true")).toBe(1);
    expect(probes("3")).toBe(3);
    expect(probes("{ permitted_calls: 2 }")).toBe(2);
    expect(probes("false")).toBe(0);
  });
});

describe("what a fallback answers with", () => {
  test.each([
    ['{ strategy: "useCache", default_response: {} }', ["cache", "default_response"]],
    ['"use_cache"', ["cache"]],
    ["{ default_response: {} }", ["default_response"]],
    ['"returnEmpty"', ["empty"]],
    ['"fail"', []],
  ])("%s", (written, chain) => {
    expect(policy(`fallback: ${written}`).fallback?.chain).toEqual(chain);
  });
});

describe("pauses", () => {
  const of = (retry: string): readonly number[] => {
    const found = policy(`retry: { max_attempts: 5, initial_delay: "100ms", ${retry} }`).retry;
    return found ? pauses(found).map((one) => one / 1000) : [];
  };

  test("grow as the backoff says, up to the maximum", () => {
    expect(of("backoff: none")).toEqual([0, 0, 0, 0]);
    expect(of("backoff: fixed")).toEqual([100, 100, 100, 100]);
    expect(of('backoff: linear, max_delay: "350ms"')).toEqual([100, 200, 300, 350]);
    expect(of("backoff: exponential")).toEqual([100, 200, 400, 800]);
    expect(of('backoff: exponential, max_delay: "500ms"')).toEqual([100, 200, 400, 500]);
    expect(of("backoff: exponential, multiplier: 1.5")).toEqual([100, 150, 225, 337.5]);
    expect(of("backoff: exponential_jitter")).toEqual([100, 200, 400, 800]);
    expect(of("backoff: decorrelated_jitter")).toEqual([100, 300, 900, 1000]);
    expect(of('backoff: fixed, max_delay: "50ms"')).toEqual([50, 50, 50, 50]);
  });

  test("are whole numbers from 0 to the maximum for any numbers, and the shortest are no longer than the others", () => {
    const retries = fc.record<RetryPolicy>({
      maxAttempts: fc.integer({ min: 1, max: 1000 }),
      backoff: fc.constantFrom("none", "fixed", "linear", "exponential", "exponential_jitter", "decorrelated_jitter"),
      initialDelay: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_600_000_000 })),
      maxDelay: fc.integer({ min: 0, max: 3_600_000_000 }),
      multiplier: fc.oneof(fc.constantFrom(1, 100), fc.double({ min: 1, max: 100, noNaN: true })),
      on: fc.constant(["timeout"]),
    });
    fc.assert(
      fc.property(retries, (retry) => {
        const longest = pauses(retry);
        const shortest = shortestPauses(retry);
        expect(longest).toHaveLength(retry.maxAttempts - 1);
        expect(shortest).toHaveLength(retry.maxAttempts - 1);
        const wrong = longest.filter((one, index) => {
          const least = shortest[index] ?? -1;
          return !Number.isInteger(one) || one > retry.maxDelay || least < 0 || least > one;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
