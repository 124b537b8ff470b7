import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCpu, printCpu, sourceCpu } from "../../src/2-normalize/units/cpu.ts";

test.each([
  ["100m", 100],
  ["0.5", 500],
  ["2", 2000],
  ["1.25", 1250],
])("[G5] %s of a processor is %d thousandths, never minutes", (text, expected) => {
  expect(parseCpu(text)).toEqual({ value: expected });
});

test.each([
  ["0.0005", { problem: "inexact" }],
  ["0.5m", { problem: "inexact" }],
  ["2 cores", { problem: "unit", unit: "cores", at: 2 }],
  ["two", { problem: "form" }],
  ["-1", { problem: "negative" }],
])("[G5] %s is refused with its reason", (text, expected) => {
  expect(parseCpu(text)).toEqual(expected);
});

test("what is written is read as the same processor time", () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), (value) => {
      expect(parseCpu(sourceCpu(value))).toEqual({ value });
    }),
  );
  expect([500, 2000].map(printCpu)).toEqual(["0.5 CPU", "2 CPU"]);
});
