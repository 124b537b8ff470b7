import { expect, test } from "vitest";
import { simulate, type Scenario } from "../src/index.ts";
import { orderService, policy, s, script, threeAttempts } from "./policies.ts";

const base = { policy: orderService, backend: { behaviour: "down" } } as const;

test.each<[string, Scenario, string]>([
  ["a billion requests", { ...base, requests: 1e9 }, "requests"],
  ["a billion callers", { ...base, callers: 1e9 }, "callers"],
  ["no requests", { ...base, requests: 0 }, "requests"],
  ["half a caller", { ...base, callers: 0.5 }, "callers"],
  ["a negative gap", { ...base, gap: -1 }, "gap"],
  ["a gap that is no number", { ...base, gap: NaN }, "gap"],
  ["no patience at all", { ...base, patience: 0 }, "patience"],
  ["an empty script", { ...base, backend: { behaviour: "script", script: [] } }, "backend.script"],
  ["an empty script of a host", { ...base, backend: { behaviour: "hosts", hosts: { a: [] } } }, "backend.hosts.a"],
  [
    "a negative time",
    { ...base, backend: { behaviour: "script", script: [{ outcome: "ok", after: -1 }] } },
    "backend.script[0].after",
  ],
  ["a ratio above one", { ...base, backend: { behaviour: "flaky", ratio: 2 } }, "backend.ratio"],
  ["a ratio that is no number", { ...base, backend: { behaviour: "flaky", ratio: NaN } }, "backend.ratio"],
  ["no room at the backend", { ...base, backend: { behaviour: "down", concurrency: 0 } }, "backend.concurrency"],
  ["no layers", { backend: base.backend, layers: [] }, "layers"],
  [
    "no servers",
    {
      backend: base.backend,
      layers: [{ name: "g", layer: "gateway", policy: policy(), servers: { hosts: [], failover: true } }],
    },
    "layers[0].servers.hosts",
  ],
])("%s is a problem with a path and a sentence", (_, scenario, path) => {
  expect(simulate(scenario)).toEqual({ problem: { path, message: expect.stringMatching(/ expected$/) as string } });
});

test("a run with too many events is given up instead of filling the machine", () => {
  const retry = { ...threeAttempts, maxAttempts: 1000, backoff: "none" } as const;
  expect(simulate({ policy: policy({ retry }), backend: { behaviour: "down" }, requests: 1_000_000 })).toEqual({
    problem: {
      path: "maxEvents",
      message: "the run has more than 500000 events; fewer requests, callers or attempts were expected",
    },
  });
});

test("a run beyond countable time is given up", () => {
  expect(simulate({ policy: policy(), backend: script("S"), requests: 3, gap: Number.MAX_SAFE_INTEGER })).toMatchObject(
    { problem: { path: "gap" } },
  );
});

test("more callers than requests leave some without work", () => {
  const trace = simulate({ policy: policy(), backend: script("S", 1 * s), requests: 2, callers: 1000 });
  expect(trace).toMatchObject({ backendCalls: 2, unsent: 0 });
});
