import fc from "fast-check";
import { expect, test } from "vitest";
import { decimal, shift, whole } from "../../src/2-normalize/units/decimal.ts";

test.each([
  ["0.07", 2, "7"],
  ["1", -2, "0.01"],
  ["1e-7", 2, "0.00001"],
  ["1.5e3", 0, "1500"],
  ["120", -1, "12"],
  ["0", 3, "0"],
])("the point of %s moves by %d places", (text, places, expected) => {
  expect(shift(text, places)).toBe(expected);
});

test("an exponent beyond all measure is no reason to write out its zeros", () => {
  expect(shift("1e999999999999", 0)).toBeUndefined();
  expect(shift("abc", 0)).toBeUndefined();
});

test("moving the point there and back leaves the number as it was", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, noDefaultInfinity: true, noNaN: true }),
      fc.integer({ min: -20, max: 20 }),
      (value, places) => {
        const moved = shift(String(Math.abs(value)), places);
        expect(Number(shift(moved ?? "", -places))).toBe(Math.abs(value));
      },
    ),
  );
});

test("a decimal times a factor is the product of whole numbers, or no whole number at all", () => {
  fc.assert(
    fc.property(fc.nat(100_000), fc.nat(6), fc.integer({ min: 1, max: 1_000_000 }), (digits, places, factor) => {
      const exact = (BigInt(digits) * BigInt(factor)) % 10n ** BigInt(places) === 0n;
      const expected = exact
        ? { value: Number((BigInt(digits) * BigInt(factor)) / 10n ** BigInt(places)) }
        : { problem: "inexact" };
      expect(whole(decimal(digits, places), factor)).toEqual(expected);
    }),
  );
});
