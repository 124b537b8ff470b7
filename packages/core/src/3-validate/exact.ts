import { Fraction } from "fraction.js";
import type { Rate } from "../fields/field.ts";

/** A rational number: no rule is decided by a rounding error. A ratio of the model is the decimal that was written. */
export type Exact = Fraction;

export function exact(value: number | bigint | Fraction): Exact {
  return new Fraction(value);
}

/** So many per microsecond. */
export function rateOf({ count, per }: Rate): Exact {
  return exact(count).div(per);
}

/** For people: at most three decimals, rounded. */
export function shownNumber(value: Exact): string {
  return String(Number(value.round(3).valueOf().toFixed(3)));
}

/** For people: `12.5 req/s`, of a number per microsecond, rounded up to three decimals, so that what is written is enough. */
export function shownRate(perMicrosecond: Exact): string {
  return `${Number(perMicrosecond.mul(1_000_000).ceil(3).valueOf().toFixed(3))} req/s`;
}
