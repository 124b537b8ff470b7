import { compile } from "@dpm/core";
import { expect, test } from "vitest";
import plugin from "../src/index.ts";

/** Everything that is made of a policy. */
function resilience4j(body: string): string {
  const text = `fault_tolerance Shop { ${body} }\ngenerate_java Shop { framework: "spring_cloud" patterns: ["fault_tolerance"] }`;
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "a.dpm", text }],
    targets: [{ name: "resilience4j", plugin }],
  });
  if (artifacts.length === 0) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return artifacts.map((one) => one.content.text).join("\n");
}

test("[17] all attempts are counted, as dpm counts them", () => {
  expect(resilience4j("retry: { max_attempts: 3 }")).toContain(".maxAttempts(3)");
});

test("[25] five of ten is a rate of 50 %", () => {
  expect(resilience4j("circuit_breaker: { failure_threshold: 5 minimum_request_count: 10 }")).toMatch(
    /failureRateThreshold\(50(?:\.0)?f?\)/,
  );
});

test("[28] a breaker's window always has its type, its size and its minimum", () => {
  const text = resilience4j(
    'circuit_breaker: { failure_threshold: 5 minimum_request_count: 10 sliding_window: "10s" }',
  );
  expect(text).toContain(".slidingWindowType(SlidingWindowType.TIME_BASED)");
  expect(text).toContain(".slidingWindowSize(10)");
  expect(text).toContain(".minimumNumberOfCalls(10)");
});

test("[301-309] a policy wraps calls: no class and no controller is annotated with it", () => {
  const text = resilience4j('retry: { max_attempts: 3 } circuit_breaker: { failure_threshold: 5 } timeout: "2s"');
  expect(text).not.toMatch(/HystrixCommand|@CircuitBreaker|@Retry\b/);
  expect(text).toContain("class ShopPolicy");
});

test("[316] a fallback is a function of the call's own type, so that it fits every operation", () => {
  const text = resilience4j('fallback: { strategy: return_empty empty: "list" } retry: { max_attempts: 2 }');
  expect(text).toMatch(/<T> T \w+\(/);
});
