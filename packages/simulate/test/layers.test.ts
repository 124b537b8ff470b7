import { describe, expect, test } from "vitest";
import { acting, type ActingLayer, type Servers } from "../src/index.ts";
import { fiveOfTen, ms, orderService, played, policy, s, script, threeAttempts } from "./policies.ts";

const hosts = ["a", "b", "c"].map((name) => ({ name }));
const gateway = (servers: Partial<Servers>, more: Partial<ActingLayer> = {}): ActingLayer => ({
  name: "gateway",
  layer: "gateway",
  policy: policy(),
  servers: { hosts, failover: true, ...servers },
  ...more,
});
const inProcess: ActingLayer = {
  name: "process",
  layer: "in_process",
  policy: acting(orderService, ["retry", "circuit_breaker", "bulkhead"]),
};
const retrying = policy({ retry: { ...threeAttempts, backoff: "none" } });
const seenBy = (trace: ReturnType<typeof played>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(
      Object.groupBy(
        trace.events.filter((one) => one.type === "call"),
        (one) => one.host ?? "",
      ),
    ).map(([host, all = []]) => [host, all.length]),
  );

test("a layer performs only the concerns that it is given, and keeps its deadlines", () => {
  expect(acting(orderService, [])).toEqual({ idempotent: false, timeout: orderService.timeout });
  expect(Object.keys(acting(orderService, ["retry", "fallback"])).sort()).toEqual([
    "fallback",
    "idempotent",
    "retry",
    "timeout",
  ]);
});

test("two layers that both retry multiply their attempts", () => {
  const both = played({ layers: [gateway({}, { policy: retrying }), inProcess], backend: { behaviour: "down" } });
  const owned = played({ layers: [gateway({}), inProcess], backend: { behaviour: "down" } });
  expect([both.backendCalls, owned.backendCalls]).toEqual([9, 3]);
});

test("the layers inside exist once in each server, or once for all", () => {
  const layers = (inside: "each" | "shared") => [gateway({ inside }), inProcess];
  const opensIn = (inside: "each" | "shared") =>
    played({ layers: layers(inside), backend: { behaviour: "down" }, requests: 20 }).events.find(
      (event) => event.type === "opened",
    )?.request;
  expect(opensIn("shared")).toBe(4);
  expect(opensIn("each")).toBe(10);
});

test("an answer of an inner fallback is a good answer to the layers outside", () => {
  const inner = { ...inProcess, policy: orderService };
  const trace = played({ layers: [gateway({}, { policy: retrying }), inner], backend: { behaviour: "down" } });
  expect(trace.requests).toMatchObject([{ calls: 3, answer: "fallback", answeredBy: "default_response" }]);
});

test("a layer's own rejection is an error to the layer outside, which may send it elsewhere", () => {
  const breaker = { ...fiveOfTen, trip: { kind: "consecutive", failures: 1 } } as const;
  const layers = [gateway({ most: 3 }, { policy: retrying }), { ...inProcess, policy: policy({ breaker }) }];
  const trace = played({ layers, backend: script("FFFS"), requests: 2 });
  expect(trace.requests).toMatchObject([
    { calls: 3, failure: "error" },
    { calls: 0, failure: "error" },
  ]);
});

test("an outer deadline is a cancelling caller to the layer inside: nothing to its breaker", () => {
  const breaker = { ...fiveOfTen, trip: { kind: "consecutive", failures: 1 } } as const;
  const outer: ActingLayer = {
    name: "outer",
    layer: "mesh",
    policy: policy({ timeout: { total: 100 * ms }, breaker }),
  };
  const inner: ActingLayer = { name: "inner", layer: "in_process", policy: policy({ breaker }) };
  const trace = played({ layers: [outer, inner], backend: script("H") });
  expect(trace.events.filter((event) => event.type === "opened").map((event) => event.layer)).toEqual(["outer"]);
});

test("a place in an outer layer is free when its call is over, whatever still runs in the process inside", () => {
  const bulkhead = { maxConcurrentCalls: 1, maxWait: 10 * s };
  const outer: ActingLayer = {
    name: "outer",
    layer: "mesh",
    policy: policy({ bulkhead, timeout: { total: 100 * ms } }),
  };
  const inner: ActingLayer = { name: "inner", layer: "in_process", policy: policy() };
  const backend = { ...script("S", 500 * ms), interruptible: false };
  const trace = played({ layers: [outer, inner], backend, requests: 2 });
  expect(trace.events.filter((event) => event.type === "released").map((event) => event.at)).toEqual([
    100 * ms,
    200 * ms,
  ]);
});

test("each gateway on a way remembers only its own servers", () => {
  const trace = played({ layers: [gateway({}), gateway({ hosts: hosts.slice(0, 1) })], backend: script("S") });
  expect(trace.requests).toMatchObject([{ answer: "ok", calls: 1 }]);
});

describe("servers", () => {
  test("they take turns by weight, smoothly", () => {
    const weighted = [{ name: "a", weight: 5 }, { name: "b" }, { name: "c" }];
    const trace = played({ layers: [gateway({ hosts: weighted })], backend: script("S"), requests: 7 });
    expect(trace.events.filter((event) => event.type === "call").map((event) => event.host)).toEqual([
      "a",
      "a",
      "b",
      "a",
      "c",
      "a",
      "a",
    ]);
  });

  test("a refused connection goes to the next server at once, whatever the request is", () => {
    const backend = { behaviour: "hosts", hosts: { a: [{ outcome: "refuse" }], b: [{ outcome: "refuse" }] } } as const;
    const trace = played({ layers: [gateway({})], backend, idempotent: false });
    expect(trace.requests).toMatchObject([{ calls: 3, answer: "ok", endedAt: 0 }]);
  });

  test("without failover one server is tried", () => {
    const trace = played({ layers: [gateway({ failover: false })], backend: { behaviour: "down" } });
    expect(trace.requests).toMatchObject([{ calls: 1, failure: "connect_failure" }]);
  });

  test("failover and retries share the number of servers that a request may see", () => {
    const backend = { behaviour: "hosts", hosts: { a: [{ outcome: "refuse" }], b: [{ outcome: "error" }] } } as const;
    const calls = (most: number) =>
      played({ layers: [gateway({ most }, { policy: retrying })], backend }).requests[0]?.calls;
    expect([1, 2, 3].map(calls)).toEqual([1, 2, 3]);
  });

  test("a backup is used only when no other server can be", () => {
    const withBackup = [{ name: "a" }, { name: "b", backup: true }];
    const well = played({ layers: [gateway({ hosts: withBackup })], backend: script("S"), requests: 4 });
    expect(seenBy(well)).toEqual({ a: 4 });
    const ill = played({
      layers: [gateway({ hosts: withBackup })],
      backend: { behaviour: "hosts", hosts: { a: [{ outcome: "refuse" }] } },
      requests: 4,
    });
    expect(seenBy(ill)).toEqual({ a: 4, b: 4 });
    expect(ill.requests.every((one) => one.answer === "ok")).toBe(true);
  });

  test("a server that fails too often is left out, and comes back when its time is over", () => {
    const ejection = { failures: 2, window: 10 * s, duration: 1 * s };
    const backend = { behaviour: "hosts", hosts: { a: [{ outcome: "error" }] } } as const;
    const trace = played({
      layers: [gateway({ hosts: hosts.slice(0, 2), ejection }, { policy: retrying })],
      backend,
      requests: 16,
      gap: 100 * ms,
    });
    const toA = trace.events
      .filter((event) => event.type === "call" && event.host === "a")
      .map((event) => event.at / ms);
    expect(toA).toEqual([0, 200, 1300, 1500]);
    expect(trace.requests.every((one) => one.answer === "ok")).toBe(true);
  });

  test("a failure as long ago as the window is does not count any more", () => {
    const ejection = { failures: 2, window: 200 * ms, duration: 10 * s };
    const backend = { behaviour: "hosts", hosts: { a: [{ outcome: "error" }] } } as const;
    const calls = (gap: number) =>
      seenBy(
        played({
          layers: [gateway({ hosts: hosts.slice(0, 2), ejection }, { policy: retrying })],
          backend,
          requests: 8,
          gap,
        }),
      );
    expect(calls(99 * ms)["a"]).toBe(2);
    expect(calls(100 * ms)["a"]).toBe(4);
  });

  test("a hang that a deadline cut off counts towards leaving a server out", () => {
    const ejection = { failures: 1, window: 10 * s, duration: 10 * s };
    const backend = { behaviour: "hosts", hosts: { a: [{ outcome: "hang" }] } } as const;
    const trace = played({
      layers: [gateway({ hosts: hosts.slice(0, 2), ejection }, { policy: policy({ timeout: { total: 1 * s } }) })],
      backend,
      requests: 4,
    });
    expect(seenBy(trace)).toEqual({ a: 1, b: 3 });
  });

  test("when all would be left out none is", () => {
    const ejection = { failures: 1, window: 10 * s, duration: 10 * s };
    const trace = played({ layers: [gateway({ ejection })], backend: script("FFFS"), requests: 5 });
    expect(trace.requests.map((one) => one.answer)).toEqual(["error", "error", "error", "ok", "ok"]);
  });
});

describe("limits", () => {
  const limit = { count: 1, per: 60 * s, burst: 2 };
  const fallback = { chain: ["empty"], cacheTtl: 1, empty: "object" } as const;

  test("a gateway's comes before everything: one and the burst, no retry, no fallback", () => {
    const trace = played({
      layers: [gateway({}, { limit, policy: { ...retrying, fallback } })],
      backend: script("S"),
      requests: 5,
    });
    expect(trace.requests.map((one) => one.failure ?? "ok")).toEqual([
      "ok",
      "ok",
      "ok",
      "rate_limited",
      "rate_limited",
    ]);
  });

  test("a gateway's counts requests, not the calls that they cause", () => {
    const trace = played({ layers: [gateway({}, { limit, policy: retrying })], backend: script("F"), requests: 4 });
    expect(trace.requests.map((one) => one.calls)).toEqual([3, 3, 3, 0]);
  });

  test("one more is admitted for each interval that passes", () => {
    const trace = played({ layers: [gateway({}, { limit })], backend: script("S"), requests: 6, gap: 30 * s });
    expect(trace.requests.map((one) => one.answer)).toEqual(["ok", "ok", "ok", "ok", "ok", "error"]);
  });

  test("each caller may have its own", () => {
    const perCaller = { layers: [gateway({}, { limit: { ...limit, perCaller: true } })], callers: 2, requests: 8 };
    expect(played({ ...perCaller, backend: script("S") }).requests.filter((one) => one.answer === "ok")).toHaveLength(
      6,
    );
    const shared = { layers: [gateway({}, { limit })], callers: 2, requests: 8 };
    expect(played({ ...shared, backend: script("S") }).requests.filter((one) => one.answer === "ok")).toHaveLength(3);
  });

  test("one in the process counts attempts, is never retried and never reaches the breaker", () => {
    const breaker = { ...fiveOfTen, trip: { kind: "consecutive", failures: 3 } } as const;
    const layer: ActingLayer = {
      name: "p",
      layer: "in_process",
      policy: policy({ retry: threeAttempts, breaker, fallback }),
      limit: { ...limit, burst: 1 },
    };
    const trace = played({ layers: [layer], backend: script("F"), requests: 3 });
    expect(trace.requests).toMatchObject([
      { calls: 2, answer: "fallback", breaker: "closed", endedAt: 300 * ms },
      { calls: 0, answer: "fallback", breaker: "closed" },
      { calls: 0, answer: "fallback", breaker: "closed" },
    ]);
  });
});
