import { deviations, observedIn, play, vectors } from "@dpm/testing";
import { expect, test } from "vitest";

test.each(vectors)("$name", (vector) => {
  expect(deviations(vector.expected, observedIn(play(vector).trace))).toEqual([]);
});

test("every vector has a name of its own and survives JSON", () => {
  expect(new Set(vectors.map((vector) => vector.name)).size).toBe(vectors.length);
  expect(JSON.parse(JSON.stringify(vectors))).toEqual(vectors);
});

test("an expectation that is not met, or not observed, is a deviation", () => {
  const observed = { backendCalls: 2, requests: [{ answer: "ok", seen: 2, takes: 300_000 }] } as const;
  expect(deviations({ backendCalls: 2, cumulative: [2], answered: { ok: 1 }, takes: ["300ms"] }, observed)).toEqual([]);
  expect(deviations({ backendCalls: 3 }, observed)).toEqual(["backendCalls: 3 was expected, 2 was observed"]);
  expect(deviations({ backendCalls: 2, breaker: ["open"] }, observed)).toEqual([
    'breaker: ["open"] was expected, nothing was observed',
  ]);
  expect(deviations({ backendCalls: 2, breaker: ["open"] }, observed, { unseen: ["breaker"] })).toEqual([]);
  expect(deviations({ backendCalls: 2, longest: "250ms" }, observed)).toHaveLength(1);
  expect(deviations({ backendCalls: 2, longest: "250ms" }, observed, { slack: 50_000 })).toEqual([]);
  expect(deviations({ backendCalls: 2, longest: "301ms" }, observed, { slack: 50_000 })).toHaveLength(1);
});
