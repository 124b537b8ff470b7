import type { Rate } from "../../fields/field.ts";
import { whole } from "./decimal.ts";
import { printDuration, durationUnits } from "./duration.ts";
import { noUnit, type Parsed } from "./parsed.ts";

const { s, m, h } = durationUnits;
const units: Readonly<Record<string, number>> = {
  "req/s": s,
  "r/s": s,
  "/s": s,
  rps: s,
  "req/m": m,
  "r/m": m,
  "/m": m,
  rpm: m,
  "req/h": h,
  "r/h": h,
  "/h": h,
};

const spelled: Readonly<Record<string, string>> = {
  "req/sec": "req/s",
  "req/second": "req/s",
  "requests/s": "req/s",
  "/sec": "/s",
  qps: "rps",
  "req/min": "req/m",
  "req/minute": "req/m",
  "/min": "/m",
  "req/hour": "req/h",
  "/hour": "/h",
};

/** Reads `1000 req/s`, `100/s`, `100 rps`, `30/m`; a plain number is per second. Only whole numbers: half a request per second is `30/m`. */
export function parseRate(text: string): Parsed<Rate> {
  if (/^-\s*\d/.test(text)) return { problem: "negative" };
  const [, amount, gap = "", unit = ""] = /^(\d+(?:\.\d+)?)( *)([^\d\s.]*)$/.exec(text) ?? [];
  if (amount === undefined) return { problem: "form" };
  const per = unit === "" ? s : Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (per === undefined) return noUnit(unit, amount.length + gap.length, units, spelled);
  const count = whole(amount, 1);
  return "problem" in count ? count : { value: { count: count.value, per } };
}

/** The same rate over a minute or an hour, the shorter in which it is a whole number: `0.5` per second is `30/m`. */
export function wholeRate(text: string): string | undefined {
  const [, amount] = /^(\d+\.\d+) *(?:req\/s|r\/s|\/s|rps)?$/.exec(text) ?? [];
  if (amount === undefined) return undefined;
  const perMinute = whole(amount, 60);
  if ("value" in perMinute) return `${perMinute.value} req/m`;
  const perHour = whole(amount, 3600);
  return "value" in perHour ? `${perHour.value} req/h` : undefined;
}

/** For people: `100 req/s`; what `parseRate` reads when the time is a second, a minute or an hour. */
export function printRate({ count, per }: Rate): string {
  const letter = Object.entries({ s, m, h }).find(([, time]) => time === per)?.[0];
  return letter === undefined ? `${count} req per ${printDuration(per)}` : `${count} req/${letter}`;
}
