import type { Parsed } from "./parsed.ts";

const longestInteger = 17;
const longestFraction = 64;
const largestExponent = 400;

/** `text` times `factor`, exactly, as a safe integer. `text` is digits, with or without a fraction. */
export function whole(text: string, factor: number): Parsed<number> {
  const [head = "", tail = ""] = text.split(".");
  const integer = head.replace(/^0+(?=\d)/, "");
  const fraction = withoutTrailingZeros(tail);
  if (integer.length > longestInteger) return { problem: "too-large" };
  if (fraction.length > longestFraction) return { problem: "inexact" };
  if (fraction === "") return safe(Number(integer) * factor);
  const scale = 10n ** BigInt(fraction.length);
  const product = BigInt(integer + fraction) * BigInt(factor);
  return product % scale === 0n ? safe(Number(product / scale)) : { problem: "inexact" };
}

function safe(value: number): Parsed<number> {
  return Number.isSafeInteger(value) ? { value } : { problem: "too-large" };
}

/** Moves the decimal point: `shift("0.07", 2)` is `"7"`. Takes what `String` makes of a number that is not negative; `undefined` beyond all measure. */
export function shift(text: string, places: number): string | undefined {
  const [, head = "", tail = "", exponent = "0"] = /^(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  const moved = Number(exponent) + places;
  if (head === "" || Math.abs(moved) > largestExponent) return undefined;
  const digits = head + tail;
  const point = head.length + moved;
  const integer = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const fraction = point <= 0 ? digits.padStart(digits.length - point, "0") : digits.slice(point);
  const trimmed = withoutTrailingZeros(fraction);
  return integer.replace(/^0+(?=\d)/, "") + (trimmed === "" ? "" : `.${trimmed}`);
}

/** `value` divided by `places` powers of ten, in digits, exactly. */
export function decimal(value: number, places: number): string {
  return shift(String(value), -places) ?? String(value / 10 ** places);
}

/** A loop, since `/0+$/` tries again at every zero. */
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === "0") end--;
  return digits.slice(0, end);
}
