import { expect, test } from "vitest";
import { fiveOfTen, ms, orderService, played, policy, s, script, threeAttempts } from "./policies.ts";

const bulkhead = (maxConcurrentCalls: number, maxWait = 0) => ({ maxConcurrentCalls, maxWait });

test("calls take turns in the order in which they came", () => {
  const trace = played({
    policy: policy({ bulkhead: bulkhead(1, 10 * s) }),
    backend: script("S", 100 * ms),
    callers: 5,
    requests: 5,
  });
  const order = trace.events.filter((event) => event.type === "admitted").map((event) => event.request);
  expect(order).toEqual([1, 2, 3, 4, 5]);
  expect(trace.requests.map((one) => one.endedAt)).toEqual([100, 200, 300, 400, 500].map((at) => at * ms));
});

test("whoever comes when a place is given back does not overtake whoever waits", () => {
  const trace = played({
    policy: policy({ bulkhead: bulkhead(1, 10 * s) }),
    backend: script("S", 100 * ms),
    callers: 2,
    requests: 4,
  });
  expect(trace.events.filter((event) => event.type === "admitted").map((event) => event.caller)).toEqual([1, 2, 1, 2]);
});

test("a wait ends at its limit, and a place that comes free at that moment is too late", () => {
  const at = (maxWait: number) =>
    played({
      policy: policy({ bulkhead: bulkhead(1, maxWait) }),
      backend: script("S", 100 * ms),
      callers: 2,
      requests: 2,
    }).requests[1];
  expect(at(100 * ms)).toMatchObject({ endedAt: 100 * ms, calls: 0, failure: "bulkhead_full" });
  expect(at(100 * ms + 1)).toMatchObject({ endedAt: 200 * ms, answer: "ok" });
});

test("[G15] a rejection is not retried and not counted", () => {
  const breaker = { ...fiveOfTen, trip: { kind: "consecutive", failures: 1 } } as const;
  const protection = policy({ bulkhead: bulkhead(1), retry: threeAttempts, breaker });
  const trace = played({ policy: protection, backend: script("S", 1 * s), callers: 3, requests: 3 });
  expect(trace.requests.slice(1)).toMatchObject([
    { endedAt: 0, calls: 0, failure: "bulkhead_full" },
    { endedAt: 0, calls: 0, failure: "bulkhead_full" },
  ]);
  expect(trace.requests[0]).toMatchObject({ answer: "ok", breaker: "closed" });
});

test("a caller whose time is over when a place comes free does not begin any more", () => {
  const protection = { bulkhead: bulkhead(1, 10 * s) };
  const givingUp = played({
    policy: policy(protection),
    backend: script("S", 100 * ms),
    callers: 3,
    requests: 3,
    patience: 150 * ms,
  });
  expect(givingUp.requests.map((one) => one.answer)).toEqual(["ok", "error", "error"]);
  expect(givingUp.requests.map((one) => one.calls)).toEqual([1, 1, 0]);
  const timedOut = played({
    policy: policy({ ...protection, timeout: { total: 1 * s } }),
    backend: script("H"),
    callers: 3,
    requests: 6,
  });
  expect(timedOut.requests.map((one) => one.calls)).toEqual([1, 0, 0, 1, 0, 0]);
});

test("a place is held until work that cannot be interrupted has really ended", () => {
  const protection = policy({ bulkhead: bulkhead(1, 10 * s), timeout: { total: 200 * ms } });
  const at = (interruptible: boolean) =>
    played({
      policy: protection,
      backend: { ...script("SS", 350 * ms), interruptible },
      requests: 2,
      gap: 50 * ms,
    }).events.find((event) => event.type === "admitted" && event.request === 2)?.at;
  expect(at(true)).toBe(250 * ms);
  expect(at(false)).toBe(350 * ms);
});

test("an attempt that lingers on keeps the place of its call, whatever the later attempts do", () => {
  const protection = policy({
    bulkhead: bulkhead(1),
    retry: { ...threeAttempts, backoff: "none" },
    timeout: { perAttempt: 100 * ms },
  });
  const backend = {
    behaviour: "script",
    interruptible: false,
    script: [{ outcome: "ok", after: 900 * ms }, { outcome: "ok" }],
  } as const;
  const trace = played({ policy: protection, backend });
  expect(trace.requests).toMatchObject([{ answer: "ok", calls: 2, endedAt: 100 * ms }]);
  expect(trace.events.find((event) => event.type === "released")?.at).toBe(900 * ms);
});

test("[G15] forty callers on a healthy but queued backend do not open the draft's breaker", () => {
  const backend = { ...script("S", 300 * ms), concurrency: 10 };
  const trace = played({ policy: orderService, backend, callers: 40, requests: 40 });
  expect(trace.requests.every((one) => one.answer === "ok" && one.breaker === "closed")).toBe(true);
  expect(trace.requests.map((one) => one.endedAt).at(-1)).toBe(1200 * ms);
});
