import type { DurationUnit } from "../../fields/spec.ts";
import { decimal, whole } from "./decimal.ts";
import { noUnit, type Parsed } from "./parsed.ts";

/** Microseconds of each unit. */
export const durationUnits: Readonly<Record<DurationUnit, number>> = {
  us: 1,
  ms: 1000,
  s: 1_000_000,
  m: 60_000_000,
  h: 3_600_000_000,
  d: 86_400_000_000,
  w: 604_800_000_000,
};

const spelled: Readonly<Record<string, string>> = {
  usec: "us",
  micros: "us",
  microsecond: "us",
  microseconds: "us",
  µs: "us",
  μs: "us",
  msec: "ms",
  msecs: "ms",
  millis: "ms",
  millisecond: "ms",
  milliseconds: "ms",
  sec: "s",
  secs: "s",
  second: "s",
  seconds: "s",
  min: "m",
  mins: "m",
  minute: "m",
  minutes: "m",
  hr: "h",
  hrs: "h",
  hour: "h",
  hours: "h",
  day: "d",
  days: "d",
  week: "w",
  weeks: "w",
};

/**
 * Reads `100ms`, `1.5s`, `1h30m` as microseconds: the durations of the Gateway API (GEP-2257), and `us`, `d`, `w`,
 * decimals where they are exact, and spaces before units. `bare` is the unit of a number without one; 0 needs none.
 */
export function parseDuration(text: string, bare?: DurationUnit): Parsed<number> {
  if (/^-\s*\d/.test(text)) return { problem: "negative" };
  const part = /(\d+(?:\.\d+)?)( *)([^\d\s.]*) */y;
  let sum = 0;
  while (part.lastIndex < text.length) {
    const start = part.lastIndex;
    const found = part.exec(text);
    if (!found) return { problem: "form" };
    const [all, amount = "", gap = "", unit = ""] = found;
    if (unit !== "" && !isUnit(unit)) return noUnit(unit, start + amount.length + gap.length, durationUnits, spelled);
    if (unit === "" && text.charAt(part.lastIndex) === ".") return { problem: "form" };
    const isBare = all.length === text.length && (bare !== undefined || Number(amount) === 0);
    if (unit === "" && !isBare) return { problem: "no-unit" };
    const value = whole(amount, durationUnits[isUnit(unit) ? unit : (bare ?? "s")]);
    if ("problem" in value) return value;
    sum += value.value;
  }
  if (text === "") return { problem: "form" };
  return Number.isSafeInteger(sum) ? { value: sum } : { problem: "too-large" };
}

function isUnit(text: string): text is DurationUnit {
  return Object.hasOwn(durationUnits, text);
}

/** For people: `566 ms`, `1.1 s`, `1 h 30 m`. Exact, and what `parseDuration` reads. */
export function printDuration(microseconds: number): string {
  if (microseconds < 0) return `-${printDuration(-microseconds)}`;
  const { ms, s, m, h, d } = durationUnits;
  if (microseconds === 0) return "0 s";
  if (microseconds < ms) return `${microseconds} us`;
  if (microseconds < s) return `${decimal(microseconds, 3)} ms`;
  const parts = [
    [Math.floor(microseconds / d), "d"],
    [Math.floor((microseconds % d) / h), "h"],
    [Math.floor((microseconds % h) / m), "m"],
  ] as const;
  const seconds = microseconds % m;
  const shown = parts.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return [...shown, ...(seconds > 0 ? [`${decimal(seconds, 6)} s`] : [])].join(" ");
}

/** For a source: one whole number of the largest unit that is exact, `1100ms`, `90m`, `7d`. */
export function sourceDuration(microseconds: number): string {
  const { us, ms, s, m, h, d } = durationUnits;
  const exact = Object.entries({ d, h, m, s, ms }).find(([, factor]) => microseconds % factor === 0);
  const [unit, factor] = microseconds === 0 ? ["s", s] : (exact ?? ["us", us]);
  return `${microseconds / factor}${unit}`;
}
