import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRatio, printRatio, sourceRatio } from "../../src/2-normalize/units/ratio.ts";

test.each([
  ["0.99", 0.99],
  ["0.001", 0.001],
  ["50%", 0.5],
  ["50 %", 0.5],
  ["7%", 0.07],
  ["0.1%", 0.001],
  ["100%", 1],
  ["1", 1],
  ["0", 0],
  ["1e-7", 1e-7],
])("[G8] %s is the share %d, without an error of rounding", (text, expected) => {
  expect(parseRatio(text)).toEqual({ value: expected });
});

test("[G8] more than the whole is refused, unless the field takes it", () => {
  expect(parseRatio("70")).toEqual({ problem: "too-large" });
  expect(parseRatio("150%")).toEqual({ problem: "too-large" });
  expect(parseRatio("150%", { above: true })).toEqual({ value: 1.5 });
});

test("[G8] where only percentages make sense a plain number lacks its unit", () => {
  expect(parseRatio("0.5", { percentOnly: true })).toEqual({ problem: "no-unit" });
  expect(parseRatio("50%", { percentOnly: true })).toEqual({ value: 0.5 });
});

test.each([
  ["half", { problem: "form" }],
  ["", { problem: "form" }],
  ["50 percent", { problem: "form" }],
  ["-1%", { problem: "negative" }],
  ["1e999", { problem: "too-large" }],
  ["1e999999999999%", { problem: "too-large" }],
])("[G8] %s is refused with its reason", (text, expected) => {
  expect(parseRatio(text)).toEqual(expected);
});

test("what is said and what is written is read as exactly the same share", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const share = Math.abs(value);
      expect(parseRatio(printRatio(share))).toEqual({ value: share });
      expect(parseRatio(sourceRatio(share))).toEqual({ value: share });
    }),
  );
});
