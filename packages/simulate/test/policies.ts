import type { BreakerPolicy, Policy, RetryPolicy } from "@dpm/core";
import { simulate, type Scenario, type Trace } from "../src/index.ts";

export const ms = 1000;
export const s = 1_000_000;

/** Three attempts, 100 ms and 200 ms apart. */
export const threeAttempts: RetryPolicy = {
  maxAttempts: 3,
  backoff: "exponential",
  initialDelay: 100 * ms,
  maxDelay: 1 * s,
  multiplier: 2,
  on: ["connect_failure", "timeout", "reset", "502", "503", "504", "429"],
};

/** 5 of 10 in 10 s, open for 30 s, one probe. */
export const fiveOfTen: BreakerPolicy = {
  trip: { kind: "rate", failures: 5, of: 10, minimum: 10 },
  window: { kind: "time", length: 10 * s },
  resetTimeout: 30 * s,
  probes: 1,
};

/** Only what is named protects. */
export function policy(
  parts: Partial<Omit<Policy, "timeout">> & { readonly timeout?: Partial<Policy["timeout"]> } = {},
): Policy {
  const { timeout, ...rest } = parts;
  return { idempotent: false, ...rest, timeout: { connect: 1 * s, ...timeout } };
}

/** The draft's OrderService. */
export const orderService = policy({
  retry: threeAttempts,
  timeout: { total: 2 * s },
  breaker: fiveOfTen,
  bulkhead: { maxConcurrentCalls: 10, maxWait: 1 * s },
  fallback: {
    chain: ["cache", "default_response"],
    cacheTtl: 300 * s,
    defaultResponse: { status: "success", data: {} },
    empty: "object",
  },
});

/** Plays what can be played. */
export function played(scenario: Scenario): Trace {
  const trace = simulate(scenario);
  if ("problem" in trace) throw new Error(`${trace.problem.path}: ${trace.problem.message}`);
  return trace;
}

/** A script from letters: Success, Failure, Hang, Refused, Business error. */
export function script(letters: string, after?: number): Scenario["backend"] {
  const outcomes = { S: "ok", F: "error", H: "hang", R: "refuse", B: "business" } as const;
  const letter = (one: string) => outcomes[one as keyof typeof outcomes];
  return {
    behaviour: "script",
    script: Array.from(letters, (one) => ({ outcome: letter(one), ...(after !== undefined && { after }) })),
  };
}
