import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRate, printRate, wholeRate } from "../../src/2-normalize/units/rate.ts";

const second = 1_000_000;

test.each([
  ["1000 req/s", 1000, second],
  ["100", 100, second],
  ["100/s", 100, second],
  ["100 rps", 100, second],
  ["30/m", 30, 60 * second],
  ["5 req/h", 5, 3600 * second],
  ["10r/m", 10, 60 * second],
])("[G9] %s is %d per %d microseconds", (text, count, per) => {
  expect(parseRate(text)).toEqual({ value: { count, per } });
});

test.each([
  ["many", { problem: "form" }],
  ["5 req per s", { problem: "form" }],
  ["10 req/min", { problem: "unit", unit: "req/min", at: 3, near: "req/m" }],
  ["10 bananas", { problem: "unit", unit: "bananas", at: 3 }],
  ["-1/s", { problem: "negative" }],
  ["0.5/s", { problem: "inexact" }],
  ["99999999999999999999/s", { problem: "too-large" }],
])("[G9] %s is refused with its reason", (text, expected) => {
  expect(parseRate(text)).toEqual(expected);
});

test("[G9] a broken number per second is offered over the shortest time in which it is whole", () => {
  expect(wholeRate("0.5 req/s")).toBe("30 req/m");
  expect(wholeRate("0.01")).toBe("36 req/h");
  expect(wholeRate("0.00001/s")).toBeUndefined();
});

test("what is said is read as the same rate", () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), fc.constantFrom(second, 60 * second, 3600 * second), (count, per) => {
      expect(parseRate(printRate({ count, per }))).toEqual({ value: { count, per } });
    }),
  );
  expect(printRate({ count: 7, per: 10 * second })).toBe("7 req per 10 s");
});
