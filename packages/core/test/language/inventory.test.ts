import { expect, test } from "vitest";
import { found, policyIn } from "./finding.ts";

test("[141] `retry: 5` is five attempts with the usual pauses, and its meaning is shown", () => {
  expect(policyIn("retry: 5").retry).toMatchObject({
    maxAttempts: 5,
    backoff: "exponential_jitter",
    initialDelay: 100_000,
    maxDelay: 1_000_000,
    multiplier: 2,
  });
  expect(found("fault_tolerance A { retry: 5 }")).toEqual(["note retry-shorthand: 5"]);
});

test("[142] five attempts in one second do not fit when they hang", () => {
  expect(found('fault_tolerance A { retry: 5 timeout: "1s" }')).toContain('warning hang-eats-attempts: "1s"');
});

test("[143-146] a threshold without a minimum is failures in a row", () => {
  expect(policyIn('circuit_breaker: { failure_threshold: 3 reset_timeout: "10s" }').breaker).toMatchObject({
    trip: { kind: "consecutive", failures: 3 },
    resetTimeout: 10_000_000,
  });
});

test("[147] `returnEmpty` is an empty answer, of a kind that can be said", () => {
  expect(policyIn('fallback: "returnEmpty"').fallback).toMatchObject({ chain: ["empty"], empty: "object" });
  for (const empty of ["null", "list", "object", "status"])
    expect(policyIn(`fallback: { strategy: return_empty empty: "${empty}" }`).fallback?.empty).toBe(empty);
});
