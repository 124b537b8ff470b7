import fc from "fast-check";
import { expect, test } from "vitest";
import { durationUnits, parseDuration, printDuration, sourceDuration } from "../../src/2-normalize/units/duration.ts";

const microseconds = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(10_000_000),
  fc.tuple(fc.nat(5000), fc.constantFrom(...Object.values(durationUnits))).map(([count, unit]) => count * unit),
);

test.each([
  ["100ms", 100_000],
  ["2s", 2_000_000],
  ["30m", 1_800_000_000],
  ["5m", 300_000_000],
  ["1h", 3_600_000_000],
  ["7d", 604_800_000_000],
  ["1w", 604_800_000_000],
  ["250us", 250],
  ["1h30m", 5_400_000_000],
  ["10s500ms", 10_500_000],
  ["1.5s", 1_500_000],
  ["0.1s", 100_000],
  ["0.000001s", 1],
  ["100 ms", 100_000],
  ["1 h 30 m", 5_400_000_000],
  ["0s", 0],
  ["0", 0],
  ["007s", 7_000_000],
])("[G6] %s is %d microseconds", (text, expected) => {
  expect(parseDuration(text)).toEqual({ value: expected });
});

test("[G10] a bare number has the unit that its key says", () => {
  expect(parseDuration("30", "s")).toEqual({ value: 30_000_000 });
  expect(parseDuration("5", "ms")).toEqual({ value: 5000 });
  expect(parseDuration("0.5", "s")).toEqual({ value: 500_000 });
  expect(parseDuration("30s", "ms")).toEqual({ value: 30_000_000 });
});

test.each([
  ["", { problem: "form" }],
  ["fast", { problem: "form" }],
  ["s", { problem: "form" }],
  [".5s", { problem: "form" }],
  [" 5s", { problem: "form" }],
  ["1..5s", { problem: "form" }],
  ["5", { problem: "no-unit" }],
  ["1h30", { problem: "no-unit" }],
  ["30 1h", { problem: "no-unit" }],
  ["2sec", { problem: "unit", unit: "sec", at: 1, near: "s" }],
  ["5 minutes", { problem: "unit", unit: "minutes", at: 2, near: "m" }],
  ["5S", { problem: "unit", unit: "S", at: 1, near: "s" }],
  ["1h5y", { problem: "unit", unit: "y", at: 3 }],
  ["1e3s", { problem: "unit", unit: "e", at: 1 }],
  ["3__proto__", { problem: "unit", unit: "__proto__", at: 1 }],
  ["3constructor", { problem: "unit", unit: "constructor", at: 1 }],
  ["-5s", { problem: "negative" }],
  ["0.5us", { problem: "inexact" }],
  ["0.0000001s", { problem: "inexact" }],
  ["9007199254740992us", { problem: "too-large" }],
  ["99999999999999999999999999w", { problem: "too-large" }],
  ["9007199254s9007199254740991us", { problem: "too-large" }],
])("[G6] %s is refused with its reason", (text, expected) => {
  expect(parseDuration(text)).toEqual(expected);
});

test("[G6] the largest exact duration is read, one microsecond more is not", () => {
  expect(parseDuration(`${Number.MAX_SAFE_INTEGER}us`)).toEqual({ value: Number.MAX_SAFE_INTEGER });
  expect(parseDuration(`${Number.MAX_SAFE_INTEGER}us1us`)).toEqual({ problem: "too-large" });
});

test.each([
  [1_100_000, "1.1 s"],
  [566_000, "566 ms"],
  [566_667, "566.667 ms"],
  [30_000_000, "30 s"],
  [90_000_000, "1 m 30 s"],
  [60_500_000, "1 m 0.5 s"],
  [604_800_000_000, "7 d"],
  [86_400_000_001, "1 d 0.000001 s"],
  [1, "1 us"],
  [0, "0 s"],
  [-250_000, "-250 ms"],
])("%d microseconds are said as %s", (value, expected) => {
  expect(printDuration(value)).toBe(expected);
});

test.each([
  [1_100_000, "1100ms"],
  [5_400_000_000, "90m"],
  [604_800_000_000, "7d"],
  [566_667, "566667us"],
  [0, "0s"],
])("%d microseconds are written as %s", (value, expected) => {
  expect(sourceDuration(value)).toBe(expected);
});

test("what is said and what is written is read as the same duration", () => {
  fc.assert(
    fc.property(microseconds, (value) => {
      expect(parseDuration(printDuration(value))).toEqual({ value });
      expect(parseDuration(sourceDuration(value))).toEqual({ value });
    }),
  );
});

test("no text makes the reader throw or answer with anything but a safe, whole, positive number", () => {
  const pieces = fc.array(
    fc.constantFrom("1", "90", "0.5", "s", "ms", "h", " ", "-", ".", "e", "µs", "99999999999999999999"),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        pieces.map((all) => all.join("")),
      ),
      (text) => {
        const read = parseDuration(text);
        if ("value" in read) expect(Number.isSafeInteger(read.value) && read.value >= 0).toBe(true);
      },
    ),
  );
});

test("a text of ten million digits is refused at once", () => {
  expect(parseDuration(`${"9".repeat(10_000_000)}s`)).toEqual({ problem: "too-large" });
  expect(parseDuration(`0.${"3".repeat(10_000_000)}s`)).toEqual({ problem: "inexact" });
  expect(parseDuration(`0.${"0".repeat(10_000_000)}1s`)).toEqual({ problem: "inexact" });
});
