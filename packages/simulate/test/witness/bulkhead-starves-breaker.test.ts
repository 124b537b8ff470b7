import { expect, test } from "vitest";
import { hasOpened, witness } from "./witnessed.ts";

const fields = (places: number): string =>
  `circuit_breaker: { failure_threshold: 5, minimum_request_count: 10, sliding_window: "3s" }
   timeout: "2s"\nbulkhead: ${places}`;
const crowd = { backend: { behaviour: "hang" }, callers: 50, requests: 50 } as const;

test("a bulkhead that lets fewer calls run than the breaker needs keeps it from opening, however many hang", () => {
  const starved = witness(fields(4), "bulkhead-starves-breaker", crowd);
  expect([starved.isFound, hasOpened(starved.trace)]).toEqual([true, false]);
});

test("one that lets enough of them run does not", () => {
  const fed = witness(fields(10), "bulkhead-starves-breaker", crowd);
  expect([fed.isFound, hasOpened(fed.trace)]).toEqual([false, true]);
});
