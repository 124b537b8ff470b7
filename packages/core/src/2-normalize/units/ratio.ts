import { shift } from "./decimal.ts";
import type { Parsed } from "./parsed.ts";

export interface RatioLimits {
  /** A number without `%` is not taken. */
  readonly percentOnly?: boolean;
  /** More than 1 is taken, as in an increase of `"150%"`. */
  readonly above?: boolean;
}

/** Reads `50%`, `0.5` or `5e-1` as 0.5. More than 1 is too large unless `above` allows it. */
export function parseRatio(text: string, { percentOnly = false, above = false }: RatioLimits = {}): Parsed<number> {
  if (/^-\s*\d/.test(text)) return { problem: "negative" };
  const [, amount, percent] = /^(\d+(?:\.\d+)?(?:[eE][+-]?\d+)?) *(%?)$/.exec(text) ?? [];
  if (amount === undefined) return { problem: "form" };
  if (percent === "" && percentOnly) return { problem: "no-unit" };
  const value = Number(percent === "" ? amount : (shift(amount, -2) ?? Number.NaN));
  if (!Number.isFinite(value) || (value > 1 && !above)) return { problem: "too-large" };
  return { value };
}

/** For people: `50 %`. Exact, and what `parseRatio` reads. */
export function printRatio(ratio: number): string {
  return `${percent(ratio)} %`;
}

/** For a source: `50%`. */
export function sourceRatio(ratio: number): string {
  return `${percent(ratio)}%`;
}

function percent(ratio: number): string {
  return shift(String(ratio), 2) ?? String(ratio * 100);
}
