import type { BreakerPolicy, Policy, RetryPolicy } from "@dpm/core";
import * as fc from "fast-check";
import type { Backend, Scenario, Trace } from "../src/index.ts";
import { ms, played, policy, threeAttempts } from "./policies.ts";

const time = (most: number): fc.Arbitrary<number> => fc.nat(most / ms).map((one) => one * ms);
const maybe = <K extends string, T>(key: K, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<{ [P in K]?: T }> =>
  fc.option(arbitrary, { nil: undefined }).map((value) => (value === undefined ? {} : { [key]: value }));
const all = <T extends object[]>(...parts: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<object> =>
  fc.tuple(...(parts as fc.Arbitrary<object>[])).map((some) => Object.assign({}, ...some) as object);

const retry: fc.Arbitrary<RetryPolicy> = fc.record({
  maxAttempts: fc.integer({ min: 1, max: 5 }),
  backoff: fc.constantFrom("none", "fixed", "linear", "exponential", "exponential_jitter", "decorrelated_jitter"),
  initialDelay: time(200 * ms),
  maxDelay: time(500 * ms),
  multiplier: fc.constantFrom(1, 1.5, 2),
  on: fc.constant(threeAttempts.on),
});

const breaker: fc.Arbitrary<BreakerPolicy> = fc.record({
  trip: fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .map(([failures, of]) => ({ kind: "rate" as const, failures, of, minimum: of })),
    fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 }))
      .map(([failures, minimum]) => ({ kind: "count" as const, failures, minimum })),
    fc.integer({ min: 1, max: 5 }).map((failures) => ({ kind: "consecutive" as const, failures })),
  ),
  window: fc.oneof(
    time(2000 * ms).map((length) => ({ kind: "time" as const, length: length + ms })),
    fc.integer({ min: 1, max: 10 }).map((size) => ({ kind: "calls" as const, size })),
  ),
  resetTimeout: time(500 * ms).map((one) => one + ms),
  probes: fc.nat(3),
});

const protection: fc.Arbitrary<Policy> = all(
  maybe("retry", retry),
  maybe("breaker", breaker),
  maybe("bulkhead", fc.record({ maxConcurrentCalls: fc.integer({ min: 1, max: 4 }), maxWait: time(300 * ms) })),
  maybe(
    "fallback",
    fc.constant({ chain: ["cache", "default_response"] as const, cacheTtl: 1_000_000, empty: "object" as const }),
  ),
  fc.record({ total: time(1000 * ms).map((one) => one + ms) }).chain((total) =>
    maybe(
      "perAttempt",
      time(300 * ms).map((one) => one + ms),
    ).map((one) => ({ timeout: { ...total, ...one } })),
  ),
).map((parts) => policy(parts));

const backend: fc.Arbitrary<Backend> = all(
  fc
    .array(
      fc.record({
        outcome: fc.constantFrom(
          "ok" as const,
          "error" as const,
          "hang" as const,
          "refuse" as const,
          "business" as const,
        ),
        after: time(400 * ms),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((script) => ({ behaviour: "script" as const, script })),
  maybe("concurrency", fc.integer({ min: 1, max: 4 })),
) as fc.Arbitrary<Backend>;

const scenario: fc.Arbitrary<Scenario & { readonly policy: Policy }> = all(
  fc.record({
    policy: protection,
    backend,
    requests: fc.integer({ min: 1, max: 20 }),
    callers: fc.integer({ min: 1, max: 6 }),
    gap: time(300 * ms),
    idempotent: fc.boolean(),
    seed: fc.nat(1000),
  }),
  maybe(
    "patience",
    time(800 * ms).map((one) => one + ms),
  ),
) as fc.Arbitrary<Scenario & { readonly policy: Policy }>;

/** Holds for every scenario that anyone can think of. */
export function always(holds: (trace: Trace, scenario: Scenario & { readonly policy: Policy }) => void): void {
  fc.assert(
    fc.property(scenario, (one) => holds(played(one), one)),
    { numRuns: 400 },
  );
}
