import { expect, test } from "vitest";
import { ms, played, policy, s, script, threeAttempts } from "./policies.ts";

test("a script is played in the order of arrival and its last outcome repeated", () => {
  const trace = played({ policy: policy(), backend: script("SFRB"), requests: 6 });
  expect(trace.requests.map((one) => one.failure ?? "ok")).toEqual([
    "ok",
    "error",
    "connect_failure",
    "business",
    "business",
    "business",
  ]);
});

test("a host of limited concurrency serves the others in turn, and a call that was cut off leaves the line", () => {
  const backend = { ...script("S", 100 * ms), concurrency: 1 };
  const ends = (total: number) =>
    played({ policy: policy({ timeout: { total } }), backend, callers: 3, requests: 3 }).requests.map(
      (one) => one.endedAt,
    );
  expect(ends(1 * s)).toEqual([100 * ms, 200 * ms, 300 * ms]);
  expect(ends(150 * ms)).toEqual([100 * ms, 150 * ms, 150 * ms]);
});

test("a call that is cut off while it waits at the backend is never served", () => {
  const retry = { ...threeAttempts, backoff: "none" } as const;
  const backend = { ...script("F", 100 * ms), concurrency: 1 };
  const trace = played({ policy: policy({ retry, timeout: { total: 150 * ms } }), backend, callers: 2, requests: 2 });
  expect(trace.requests.map((one) => one.calls)).toEqual([2, 1]);
  expect(trace.events.filter((event) => event.type === "late")).toEqual([]);
});

test("a slow backend is three times slower than the limit that matters", () => {
  const took = (timeout: { total?: number; perAttempt?: number }) => {
    const trace = played({ policy: policy({ timeout }), backend: { behaviour: "slow", interruptible: false } });
    return trace.events.find((event) => event.type === "late" || event.type === "result")?.at;
  };
  expect(took({ total: 2 * s, perAttempt: 100 * ms })).toBe(300 * ms);
  expect(took({ total: 2 * s })).toBe(6 * s);
  expect(took({})).toBe(3 * s);
});

test("a flaky backend fails in about the share that was asked for, and always in the same calls", () => {
  const failures = (ratio: number, seed?: number) =>
    played({
      policy: policy(),
      backend: { behaviour: "flaky", ratio },
      requests: 1000,
      ...(seed !== undefined && { seed }),
    }).requests.map((one) => one.answer === "error");
  const count = (all: boolean[]) => all.filter(Boolean).length;
  expect(count(failures(0))).toBe(0);
  expect(count(failures(1))).toBe(1000);
  expect(count(failures(0.3))).toBeGreaterThan(250);
  expect(count(failures(0.3))).toBeLessThan(350);
  expect(failures(0.3)).toEqual(failures(0.3));
  expect(failures(0.3)).not.toEqual(failures(0.3, 2));
});
