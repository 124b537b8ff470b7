import type { BreakerPolicy, Policy, RetryPolicy } from "@dpm/core";
import * as fc from "fast-check";
import type { Backend, Scenario, Trace } from "../src/index.ts";
import { ms, played, s, threeAttempts } from "./policies.ts";

type InProcess = Scenario & { readonly policy: Policy };

/** Whole milliseconds, so that many things happen at the same moment. */
const time = (least: number, most: number) => fc.integer({ min: least, max: most }).map((one) => one * ms);
const few = fc.integer({ min: 1, max: 6 });

const retry: fc.Arbitrary<RetryPolicy> = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 5 }),
  backoff: fc.constantFrom("none", "fixed", "linear", "exponential", "exponential_jitter", "decorrelated_jitter"),
  initialDelay: time(0, 200),
  maxDelay: time(0, 500),
  multiplier: fc.constantFrom(1, 1.5, 2),
  on: fc.constant(threeAttempts.on),
});

const trip = fc.oneof(
  fc.record({ kind: fc.constant("rate" as const), failures: few, of: few, minimum: few }),
  fc.record({ kind: fc.constant("count" as const), failures: few, minimum: few }),
  fc.record({ kind: fc.constant("consecutive" as const), failures: few }),
);

const breaker: fc.Arbitrary<BreakerPolicy> = fc.record({
  trip,
  window: fc.oneof(
    fc.record({ kind: fc.constant("time" as const), length: time(1, 2000) }),
    fc.record({ kind: fc.constant("calls" as const), size: few }),
  ),
  resetTimeout: time(1, 500),
  probes: fc.nat(3),
});

const policy: fc.Arbitrary<Policy> = fc.record(
  {
    retry,
    breaker,
    bulkhead: fc.record({ maxConcurrentCalls: fc.integer({ min: 1, max: 4 }), maxWait: time(0, 300) }),
    fallback: fc.constant({ chain: ["cache", "default_response"], cacheTtl: 1 * s, empty: "object" } as const),
    timeout: fc.record(
      { total: time(1, 1000), perAttempt: time(1, 300), connect: fc.constant(1 * s) },
      { requiredKeys: ["total", "connect"] },
    ),
    idempotent: fc.constant(false),
  },
  { requiredKeys: ["timeout", "idempotent"] },
);

const backend: fc.Arbitrary<Backend> = fc.record(
  {
    behaviour: fc.constant("script" as const),
    script: fc.array(
      fc.record({
        outcome: fc.constantFrom(
          "ok" as const,
          "error" as const,
          "hang" as const,
          "refuse" as const,
          "business" as const,
        ),
        after: time(0, 400),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    concurrency: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ["behaviour", "script"] },
);

const scenario: fc.Arbitrary<InProcess> = fc.record(
  {
    policy,
    backend,
    requests: fc.integer({ min: 1, max: 20 }),
    callers: few,
    gap: time(0, 300),
    idempotent: fc.boolean(),
    seed: fc.nat(1000),
    patience: time(1, 800),
  },
  { requiredKeys: ["policy", "backend", "requests", "callers", "gap", "idempotent", "seed"] },
);

/** Holds for every scenario that anyone can think of; every one has a total deadline. */
export function always(holds: (trace: Trace, scenario: InProcess) => void): void {
  fc.assert(
    fc.property(scenario, (one) => holds(played(one), one)),
    { numRuns: 400 },
  );
}

/** Whether the script can do this at all. */
export function can({ backend }: Scenario, outcome: string): boolean {
  return backend.behaviour === "script" && backend.script.some((one) => one.outcome === outcome);
}
