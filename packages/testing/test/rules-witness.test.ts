import { compile, componentOf, type Diagnostic, type Policy } from "@dpm/core";
import { simulate, type Scenario, type Trace } from "@dpm/simulate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const hangs: Scenario["backend"] = { behaviour: "hang" };
const fails: Scenario["backend"] = { behaviour: "script", script: [{ outcome: "error" }] };

describe("what a rule says of a policy is what the interpreter plays", () => {
  test("a dead attempt never starts while those before it time out, and does once the deadline is later", () => {
    const protect = (total: string): string =>
      `retry: { max_attempts: 3, backoff: "fixed", initial_delay: "100ms" }, timeout: { total: "${total}", per_attempt: "400ms" }`;
    expect(found(protect("1s"), "dead-attempt")?.params).toMatchObject({ attempt: 3, startsAt: "1 s" });
    expect(played(protect("1s"), { backend: hangs }).backendCalls).toBe(2);
    expect(found(protect("1001ms"), "dead-attempt")).toBeUndefined();
    expect(played(protect("1001ms"), { backend: hangs }).backendCalls).toBe(3);
  });

  test("pauses that alone outlast the deadline keep an attempt from starting however fast those before it fail", () => {
    const protect = (pause: string): string =>
      `retry: { max_attempts: 3, backoff: "fixed", initial_delay: "${pause}" }, timeout: "1s"`;
    expect(found(protect("500ms"), "dead-pause")?.params).toMatchObject({ attempt: 3 });
    expect(played(protect("500ms"), { backend: fails }).backendCalls).toBe(2);
    expect(found(protect("499ms"), "dead-pause")).toBeUndefined();
    expect(played(protect("499ms"), { backend: fails }).backendCalls).toBe(3);
  });

  test("whether a late attempt starts is up to the jitter", () => {
    const policy = `retry: { max_attempts: 3 }, timeout: { total: "1s", per_attempt: "450ms" }`;
    expect(found(policy, "late-attempt")?.params).toMatchObject({ attempt: 3 });
    const calls = Array.from({ length: 30 }, (_, seed) => played(policy, { backend: hangs, seed }).backendCalls);
    expect(new Set(calls)).toEqual(new Set([2, 3]));
    const mended = `retry: { max_attempts: 3 }, timeout: { total: "1s", per_attempt: "349ms" }`;
    expect(found(mended, "late-attempt")).toBeUndefined();
    const always = Array.from({ length: 30 }, (_, seed) => played(mended, { backend: hangs, seed }).backendCalls);
    expect(new Set(always)).toEqual(new Set([3]));
  });

  test("a first attempt that hangs eats the others, and the advised limit gives each of them its turn", () => {
    const retry = `retry: { max_attempts: 3, backoff: "exponential" }`;
    expect(found(`${retry}, timeout: "2s"`, "hang-eats-attempts")?.help).toContain(
      'timeout: { total: "2s", per_attempt: "566ms" }',
    );
    expect(played(`${retry}, timeout: "2s"`, { backend: hangs }).backendCalls).toBe(1);
    const mended = played(`${retry}, timeout: { total: "2s", per_attempt: "566ms" }`, { backend: hangs });
    expect(mended.backendCalls).toBe(3);
    expect(longest(mended)).toBe(1_998_000);
  });

  test("a call takes as long as the budget rule says, and no longer", () => {
    const verify = `verify_fault_tolerance A { constraints: { max_response_time: "1ms" } }`;
    const policies = {
      [`timeout: "2s"`]: "2 s",
      [`retry: { max_attempts: 3, backoff: "exponential" }, timeout: { per_attempt: "500ms" }`]: "1.8 s",
      [`retry: { max_attempts: 4, backoff: "linear" }, timeout: { total: "1500ms", per_attempt: "500ms" }`]: "1.5 s",
    };
    for (const [policy, worst] of Object.entries(policies)) {
      expect(found(policy, "budget-exceeded", verify)?.params["worst"]).toBe(worst);
      const microseconds = Number.parseFloat(worst) * 1_000_000;
      expect(longest(played(policy, { backend: hangs, requests: 3 }))).toBe(microseconds);
    }
  });

  test("calls that hang never open a breaker that the bulkhead starves, and open it with one place more", () => {
    const protect = (places: number): string =>
      `circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, sliding_window: "4s" }, timeout: "2s", bulkhead: { max_concurrent_calls: ${places}, max_wait_duration: "1s" }`;
    const load = { backend: hangs, callers: 20, requests: 400 };
    expect(found(protect(4), "bulkhead-starves-breaker")?.params).toMatchObject({ needed: 5, all: 8 });
    expect(opens(played(protect(4), load))).toBe(false);
    expect(found(protect(5), "bulkhead-starves-breaker")).toBeUndefined();
    expect(opens(played(protect(5), load))).toBe(true);
  });

  test("a breaker that needs more calls than its window holds, or more failures than calls, never opens", () => {
    const minimum = `circuit_breaker: { failure_threshold: 5, minimum_request_count: 21, sliding_window: 20 }`;
    expect(found(minimum, "minimum-exceeds-window")).toBeDefined();
    expect(opens(played(minimum, { backend: fails, requests: 100 }))).toBe(false);
    const threshold = `circuit_breaker: { failure_threshold: 11, minimum_request_count: 10 }`;
    expect(found(threshold, "threshold-above-minimum")).toBeDefined();
    expect(opens(played(threshold, { backend: fails, requests: 100 }))).toBe(false);
  });

  test("work that may have been served is sent once, unless it is idempotent", () => {
    const policy = `retry: { max_attempts: 3, backoff: "none" }`;
    expect(played(policy, { backend: fails }, false).backendCalls).toBe(1);
    expect(played(policy, { backend: fails }, true).backendCalls).toBe(3);
    expect(played(policy, { backend: { behaviour: "down" } }, false).backendCalls).toBe(3);
  });

  test("a call whose turn comes later than its deadline never reaches the backend", () => {
    const policy = `timeout: "1s", bulkhead: { max_concurrent_calls: 1, max_wait_duration: "1s" }`;
    expect(found(policy, "wait-exceeds-total")).toBeDefined();
    const trace = played(policy, { backend: hangs, callers: 2, requests: 2 });
    expect(trace.requests.map((one) => one.calls)).toEqual([1, 0]);
  });
});

describe("how many callers open a breaker whose calls hang", () => {
  const policies = fc.record({
    perAttempt: fc.option(fc.integer({ min: 100, max: 3000 }), { nil: undefined }),
    total: fc.option(fc.integer({ min: 100, max: 6000 }), { nil: undefined }),
    attempts: fc.integer({ min: 1, max: 4 }),
    backoff: fc.constantFrom("none", "fixed", "linear", "exponential"),
    delay: fc.integer({ min: 0, max: 500 }),
    window: fc.integer({ min: 1000, max: 20_000 }),
    minimum: fc.integer({ min: 1, max: 30 }),
    idempotent: fc.boolean(),
  });

  test("is exactly as many as the rule says, for any policy", () => {
    fc.assert(
      fc.property(policies, ({ perAttempt, total, attempts, backoff, delay, window, minimum, idempotent }) => {
        fc.pre(perAttempt !== undefined || total !== undefined);
        const limits = [total && `total: "${total}ms"`, perAttempt && `per_attempt: "${perAttempt}ms"`].filter(Boolean);
        const policy = `idempotent: ${idempotent}
          retry: { max_attempts: ${attempts}, backoff: "${backoff}", initial_delay: "${delay}ms", on: ["timeout"] }
          timeout: { ${limits.join(", ")} }
          circuit_breaker: { failure_threshold: "50%", minimum_request_count: ${minimum}, sliding_window: "${window}ms" }`;
        const said = found(policy, "hang-never-opens")?.params["callers"];
        const callers = typeof said === "number" ? said : 1;
        const load = (count: number) => ({ backend: hangs, callers: count, requests: count * (minimum + 40) });
        expect(opens(played(policy, load(callers), idempotent))).toBe(true);
        if (callers > 1) expect(opens(played(policy, load(callers - 1), idempotent))).toBe(false);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});

function source(policy: string, more = ""): string {
  return `fault_tolerance A {\n${policy}\n}\n${more}`;
}

function found(policy: string, rule: string, more = ""): Diagnostic | undefined {
  const { diagnostics } = compile({ sources: [{ name: "witness.dpm", text: source(policy, more) }] });
  return diagnostics.find((one) => one.code === `core/${rule}`);
}

function policyOf(text: string): Policy {
  const { model } = compile({ sources: [{ name: "witness.dpm", text: source(text) }] });
  const component = componentOf(model, "A");
  if (!component) throw new Error(`no component in ${text}`);
  return component.policy;
}

type Load = Pick<Scenario, "backend" | "requests" | "callers" | "seed">;

function played(policy: string, load: Load, idempotent = true): Trace {
  const trace = simulate({ policy: policyOf(policy), idempotent, ...load });
  if ("problem" in trace) throw new Error(trace.problem.message);
  return trace;
}

function longest(trace: Trace): number {
  return Math.max(...trace.requests.map((one) => (one.endedAt ?? Number.POSITIVE_INFINITY) - one.startedAt));
}

function opens(trace: Trace): boolean {
  return trace.events.some((event) => event.type === "opened");
}
