import { expect, test } from "vitest";
import { renderTable, toJson } from "../src/index.ts";
import { orderService, played, policy, script } from "./policies.ts";

test("the table shows each request, and for how long the breaker opened", () => {
  const trace = played({ policy: orderService, backend: { behaviour: "down" }, requests: 5 });
  expect(renderTable(trace)).toBe(
    [
      "  request   calls   backend has seen   answer             breaker",
      "  1         ●●●     3                  default_response   closed",
      "  2         ●●●     6                  default_response   closed",
      "  3         ●●●     9                  default_response   closed",
      "  4         ●       10                 default_response   open for 30 s",
      "  5                 10                 default_response   open",
      "",
    ].join("\n"),
  );
});

test("the table counts what it does not show and tells what never ended", () => {
  const retry = {
    maxAttempts: 12,
    backoff: "none",
    initialDelay: 0,
    maxDelay: 0,
    multiplier: 1,
    on: ["connect_failure"],
  } as const;
  const trace = played({ policy: policy({ retry }), backend: script("RRRRRRRRRRRRRFH"), requests: 5 });
  expect(renderTable(trace, { rows: 2, dot: "*" })).toBe(
    [
      "  request   calls    backend has seen   answer                   breaker",
      "  1         * × 12   12                 error: connect failure   closed",
      "  2         **       14                 error: error             closed",
      "  … and 1 more",
      "  2 never sent: their callers wait for ever",
      "",
    ].join("\n"),
  );
  expect(renderTable(trace)).toContain("none, waits for ever");
});

test("the JSON has exactly the promised keys, with milliseconds", () => {
  const trace = played({
    policy: orderService,
    backend: { behaviour: "script", script: [{ outcome: "ok", after: 1500 }] },
    requests: 2,
    gap: 500,
  });
  expect(toJson(trace)).toEqual({
    requests: [
      { request: 1, startedAt: 0, endedAt: 1.5, calls: 1, answer: "ok", breaker: "closed" },
      { request: 2, startedAt: 2, endedAt: 3.5, calls: 1, answer: "ok", breaker: "closed" },
    ],
    backendCalls: 2,
  });
});

test("the JSON says null for what never ended", () => {
  const json = toJson(played({ policy: policy(), backend: { behaviour: "hang" } }));
  expect(json.requests).toEqual([
    { request: 1, startedAt: 0, endedAt: null, calls: 1, answer: null, breaker: "closed" },
  ]);
});
