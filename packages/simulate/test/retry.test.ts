import { describe, expect, test } from "vitest";
import { ms, played, policy, s, script, threeAttempts } from "./policies.ts";

const down = { behaviour: "down" } as const;
const pausesOf = (backoff: typeof threeAttempts.backoff, seed = 1): number[] => {
  const retry = { ...threeAttempts, backoff, maxAttempts: 8, maxDelay: 500 * ms };
  return played({ policy: policy({ retry }), backend: down, seed })
    .events.filter((event) => event.type === "pause")
    .map((event) => (event.lasts ?? 0) / ms);
};

test("pauses without jitter are the model's", () => {
  expect(pausesOf("none")).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(pausesOf("fixed")).toEqual([100, 100, 100, 100, 100, 100, 100]);
  expect(pausesOf("linear")).toEqual([100, 200, 300, 400, 500, 500, 500]);
  expect(pausesOf("exponential")).toEqual([100, 200, 400, 500, 500, 500, 500]);
});

test("exponential jitter draws a share of the plain pause, another one for another seed", () => {
  const plain = pausesOf("exponential");
  const drawn = pausesOf("exponential_jitter");
  expect(drawn.every((pause, index) => pause >= 0 && pause <= (plain[index] ?? 0))).toBe(true);
  expect(drawn).toEqual(pausesOf("exponential_jitter"));
  expect(drawn).not.toEqual(pausesOf("exponential_jitter", 2));
});

test("decorrelated jitter stays between the first pause and three times the one before, below the maximum", () => {
  for (let seed = 1; seed < 50; seed += 1) {
    const drawn = pausesOf("decorrelated_jitter", seed);
    expect(drawn[0]).toBe(100);
    for (const [index, pause] of drawn.entries()) {
      expect(pause).toBeGreaterThanOrEqual(100);
      expect(pause).toBeLessThanOrEqual(Math.min(500, 3 * (drawn[index - 1] ?? 100)));
    }
  }
});

describe("what is tried again", () => {
  const calls = (letters: string, on: readonly (typeof threeAttempts.on)[number][], idempotent: boolean): number =>
    played({
      policy: policy({ retry: { ...threeAttempts, on }, timeout: { perAttempt: 50 * ms } }),
      backend: script(letters),
      idempotent,
    }).backendCalls;

  test.each([
    ["R", "connect_failure"],
    ["F", "503"],
    ["F", "reset"],
    ["H", "timeout"],
  ] as const)("%s is what %s names", (letter, name) => {
    expect(calls(letter, [name], true)).toBe(3);
    expect(
      calls(
        letter,
        threeAttempts.on.filter((one) => one !== name && !(letter === "F" && (one === "503" || one === "reset"))),
        true,
      ),
    ).toBe(1);
  });

  test("only a refused connection is tried again for a request that is not idempotent", () => {
    expect(calls("R", threeAttempts.on, false)).toBe(3);
    expect(calls("F", threeAttempts.on, false)).toBe(1);
    expect(calls("H", threeAttempts.on, false)).toBe(1);
  });
});

test("an open breaker ends a request in the middle of its attempts", () => {
  const breaker = {
    trip: { kind: "consecutive", failures: 2 },
    window: { kind: "time", length: s },
    resetTimeout: s,
    probes: 1,
  } as const;
  const trace = played({ policy: policy({ retry: { ...threeAttempts, maxAttempts: 10 }, breaker }), backend: down });
  expect(trace.requests).toMatchObject([
    { calls: 2, answer: "error", failure: "breaker_open", breaker: "open", endedAt: 300 * ms },
  ]);
});

test("a thousand attempts without pauses are played and do not fill the stack", () => {
  const retry = { ...threeAttempts, maxAttempts: 1000, backoff: "none" } as const;
  expect(played({ policy: policy({ retry }), backend: down }).backendCalls).toBe(1000);
});
