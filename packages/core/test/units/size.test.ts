import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSize, printSize, sourceSize } from "../../src/2-normalize/units/size.ts";

test.each([
  ["2gb", 2_147_483_648],
  ["10gb", 10_737_418_240],
  ["16kb", 16_384],
  ["128Mi", 134_217_728],
  ["512MiB", 536_870_912],
  ["1.5Gi", 1_610_612_736],
  ["1000", 1000],
  ["12b", 12],
  ["0", 0],
])("[G7] %s is %d bytes, as Redis and Kubernetes read it", (text, expected) => {
  expect(parseSize(text)).toEqual({ value: expected });
});

test.each([
  ["16kB", 16_384, { unit: "kB", clear: "Ki", at: 2 }],
  ["2 GB", 2_147_483_648, { unit: "GB", clear: "Gi", at: 2 }],
  ["1Mb", 1_048_576, { unit: "Mb", clear: "Mi", at: 1 }],
])("[G7] %s is read in powers of 1024 and called ambiguous", (text, value, ambiguous) => {
  expect(parseSize(text)).toEqual({ value, ambiguous });
});

test.each([
  ["128M", { problem: "unit", unit: "M", at: 3, near: "Mi" }],
  ["1g", { problem: "unit", unit: "g", at: 1, near: "Gi" }],
  ["1 mi", { problem: "unit", unit: "mi", at: 2, near: "Mi" }],
  ["5 apples", { problem: "unit", unit: "apples", at: 2 }],
  ["1__proto__", { problem: "unit", unit: "__proto__", at: 1 }],
  ["big", { problem: "form" }],
  ["1mb 5kb", { problem: "form" }],
  ["-1mb", { problem: "negative" }],
  ["0.3b", { problem: "inexact" }],
  ["0.1kb", { problem: "inexact" }],
  ["8192Ti", { problem: "too-large" }],
])("[G7] %s is refused with its reason", (text, expected) => {
  expect(parseSize(text)).toEqual(expected);
});

test("sizes are said and written in the largest unit that is exact", () => {
  expect([134_217_728, 1_610_612_736, 1000, 0].map(printSize)).toEqual(["128 MiB", "1536 MiB", "1000 B", "0 B"]);
  expect([134_217_728, 1_610_612_736, 1000, 0].map(sourceSize)).toEqual(["128Mi", "1536Mi", "1000", "0"]);
});

test("what is said and what is written is read as the same size", () => {
  const bytes = fc.oneof(
    fc.maxSafeNat(),
    fc.tuple(fc.nat(4000), fc.nat(4)).map(([count, power]) => count * 1024 ** power),
  );
  fc.assert(
    fc.property(bytes, (value) => {
      expect(parseSize(printSize(value))).toEqual({ value });
      expect(parseSize(sourceSize(value))).toEqual({ value });
    }),
  );
});
