import type { Possible, Support } from "@dpm/core";

const ours: Possible = ["exact", "elsewhere"];
const near: Possible = ["exact", "approximated", "elsewhere"];
/** Approximated where the field speaks for a policy that does not outlive its process. */
const headline: Possible = near;
const unlessUnused: Possible = ["exact", "by-default", "elsewhere"];
const nearUnlessUnused: Possible = ["exact", "approximated", "by-default", "elsewhere"];

/** What may become of each field. */
export const support: Support = {
  fault_tolerance: {
    layer: "in_process",
    concerns: ["retry", "circuit_breaker", "bulkhead", "fallback"],
    fields: {
      retry: {
        maxAttempts: headline,
        backoff: ours,
        initialDelay: nearUnlessUnused,
        maxDelay: nearUnlessUnused,
        multiplier: nearUnlessUnused,
        on: near,
      },
      timeout: { total: ours, perAttempt: ours, connect: ["impossible"] },
      circuitBreaker: {
        failureThreshold: { count: headline, ratio: headline, failures: headline, consecutive: headline },
        minimumRequestCount: unlessUnused,
        slidingWindow: { calls: unlessUnused, time: nearUnlessUnused },
        resetTimeout: nearUnlessUnused,
        halfOpenState: { enabled: ours, permittedCalls: nearUnlessUnused },
      },
      fallback: {
        strategy: nearUnlessUnused,
        cacheTtl: unlessUnused,
        defaultResponse: nearUnlessUnused,
        empty: nearUnlessUnused,
      },
      bulkhead: { maxConcurrentCalls: ours, maxWaitDuration: near },
      idempotent: unlessUnused,
      owners: ["by-default"],
      calls: ["by-default"],
    },
  },
  generate_tests: {
    layer: "in_process",
    fields: {
      type: ["exact", "impossible"],
      framework: ["exact", "impossible"],
      patterns: { pattern: ["exact", "impossible"], of: ["exact", "impossible"] },
      scenarios: ["exact", "approximated", "impossible"],
    },
  },
};
