import { whole } from "./decimal.ts";
import { noUnit, type Parsed } from "./parsed.ts";

const kibi = 1024;
const units: Readonly<Record<string, number>> = {
  b: 1,
  B: 1,
  Ki: kibi,
  KiB: kibi,
  kb: kibi,
  Mi: kibi ** 2,
  MiB: kibi ** 2,
  mb: kibi ** 2,
  Gi: kibi ** 3,
  GiB: kibi ** 3,
  gb: kibi ** 3,
  Ti: kibi ** 4,
  TiB: kibi ** 4,
  tb: kibi ** 4,
};

const spelled: Readonly<Record<string, string>> = {
  byte: "b",
  bytes: "b",
  k: "Ki",
  ki: "Ki",
  kib: "Ki",
  m: "Mi",
  mi: "Mi",
  mib: "Mi",
  g: "Gi",
  gi: "Gi",
  gib: "Gi",
  t: "Ti",
  ti: "Ti",
  tib: "Ti",
};

/** Bytes; `ambiguous` names the unit that says exactly what was read, when what is written is 1000-based to other readers. */
export type ParsedSize = Parsed<number> & {
  readonly ambiguous?: { readonly unit: string; readonly clear: string; readonly at: number };
};

/** Reads `128Mi`, `2gb`, `1.5 GiB` or plain bytes. `kb`, `mb`, `gb` are 1024-based, as in Redis; so are `KB` and `kB`, which is ambiguous. */
export function parseSize(text: string): ParsedSize {
  if (/^-\s*\d/.test(text)) return { problem: "negative" };
  const [, amount, gap = "", unit = ""] = /^(\d+(?:\.\d+)?)( *)([^\d\s.]*)$/.exec(text) ?? [];
  if (amount === undefined) return { problem: "form" };
  const at = amount.length + gap.length;
  const clear = /^[kmgt]b$/i.test(unit) && unit !== unit.toLowerCase() ? unit.toLowerCase() : undefined;
  const known = clear ?? (unit === "" ? "b" : unit);
  if (!Object.hasOwn(units, known)) return noUnit(unit, at, units, spelled);
  const parsed = whole(amount, units[known] ?? 1);
  if (clear === undefined || "problem" in parsed) return parsed;
  return { ...parsed, ambiguous: { unit, clear: `${clear.charAt(0).toUpperCase()}i`, at } };
}

/** For people: `128 MiB`, `1000 B`. Exact, and what `parseSize` reads. */
export function printSize(bytes: number): string {
  const [count, unit] = inLargest(bytes);
  return unit === "" ? `${count} B` : `${count} ${unit}B`;
}

/** For a source: `128Mi`, or plain bytes. */
export function sourceSize(bytes: number): string {
  return inLargest(bytes).join("");
}

function inLargest(bytes: number): readonly [number, string] {
  const exact = ["Ti", "Gi", "Mi", "Ki"].find((unit) => bytes > 0 && bytes % (units[unit] ?? 1) === 0);
  return exact === undefined ? [bytes, ""] : [bytes / (units[exact] ?? 1), exact];
}
