import { expect, test } from "vitest";
import { fiveOfTen, ms, orderService, played, policy, s, script, threeAttempts } from "./policies.ts";

const oneFailure = { ...fiveOfTen, trip: { kind: "consecutive", failures: 1 } } as const;
const hang = script("H");

test("a total deadline ends a request that hangs, and counts as a failure at that moment", () => {
  const trace = played({ policy: policy({ timeout: { total: 2 * s }, breaker: oneFailure }), backend: hang });
  expect(trace.requests).toMatchObject([
    { endedAt: 2 * s, calls: 1, answer: "error", failure: "deadline", breaker: "open" },
  ]);
  expect(trace.events.find((event) => event.type === "opened")).toMatchObject({ at: 2 * s, lasts: 30 * s });
});

test("the deadline of one attempt is a timeout that can be tried again", () => {
  const trace = played({
    policy: policy({ retry: threeAttempts, timeout: { total: 2 * s, perAttempt: 566 * ms } }),
    backend: hang,
  });
  expect(trace.requests).toMatchObject([{ endedAt: (3 * 566 + 300) * ms, calls: 3, failure: "timeout" }]);
});

test("no attempt begins at the deadline or after it, and a pause that would outlast it lasts until it", () => {
  const retry = { ...threeAttempts, backoff: "fixed", initialDelay: 500 * ms } as const;
  const at = (total: number) =>
    played({ policy: policy({ retry, timeout: { total } }), backend: script("F") }).requests[0];
  expect(at(500 * ms)).toMatchObject({ endedAt: 500 * ms, calls: 1, failure: "deadline" });
  expect(at(500 * ms + 1)).toMatchObject({ endedAt: 500 * ms + 1, calls: 2 });
});

test("an answer exactly at the deadline is late", () => {
  const at = (after: number) =>
    played({ policy: policy({ timeout: { total: 1 * s } }), backend: script("S", after) }).requests[0]?.answer;
  expect(at(1 * s - 1)).toBe("ok");
  expect(at(1 * s)).toBe("error");
});

test("ten concurrent hanging calls open the draft's breaker; one after the other never does", () => {
  const together = played({ policy: orderService, backend: hang, callers: 10, requests: 11 });
  expect(together.requests.at(-1)).toMatchObject({ calls: 0, breaker: "open", answer: "fallback" });
  const alone = played({ policy: orderService, backend: hang, requests: 100 });
  expect(alone.backendCalls).toBe(100);
  expect(alone.events.some((event) => event.type === "opened")).toBe(false);
});

test("what its own caller cancels is nothing to the breaker, and no fallback answers it", () => {
  const trace = played({
    policy: policy({ breaker: oneFailure, fallback: { chain: ["empty"], cacheTtl: 1, empty: "object" } }),
    backend: hang,
    patience: 300 * ms,
    requests: 3,
  });
  expect(
    trace.requests.map(({ endedAt = 0, startedAt, failure, breaker }) => ({
      took: endedAt - startedAt,
      failure,
      breaker,
    })),
  ).toEqual(Array.from({ length: 3 }, () => ({ took: 300 * ms, failure: "cancelled", breaker: "closed" })));
});

test("a probe that its caller cancels leaves the breaker half open for the next one", () => {
  const breaker = { ...oneFailure, resetTimeout: 100 * ms };
  const trace = played({
    policy: policy({ breaker }),
    backend: script("FHS"),
    patience: 50 * ms,
    gap: 200 * ms,
    requests: 3,
  });
  expect(trace.requests.map((one) => one.breaker)).toEqual(["open", "half-open", "closed"]);
});

test("the result of work that could not be interrupted comes too late for everyone", () => {
  const backend = { ...script("S", 500 * ms), interruptible: false };
  const trace = played({
    policy: policy({ timeout: { total: 200 * ms }, breaker: { ...oneFailure, resetTimeout: 250 * ms } }),
    backend,
    gap: 270 * ms,
    requests: 2,
  });
  expect(trace.requests.map(({ answer, breaker, calls }) => ({ answer, breaker, calls }))).toEqual([
    { answer: "error", breaker: "open", calls: 1 },
    { answer: "error", breaker: "open", calls: 1 },
  ]);
  expect(trace.events.filter((event) => event.type === "late").map((event) => event.at)).toEqual([500 * ms, 970 * ms]);
});

test("without any deadline a hang never ends, and its caller sends nothing more", () => {
  const trace = played({ policy: policy(), backend: hang, callers: 2, requests: 5 });
  expect(trace.requests).toHaveLength(2);
  expect(trace.requests[0]).toEqual({ request: 1, caller: 1, startedAt: 0, calls: 1, seen: 2, breaker: "closed" });
  expect(trace.unsent).toBe(3);
});

test("a connection is waited for no longer than the connect timeout", () => {
  const trace = played({ policy: policy({ timeout: { connect: 300 * ms } }), backend: script("R", 5 * s) });
  expect(trace.requests).toMatchObject([{ endedAt: 300 * ms, failure: "connect_failure" }]);
});
