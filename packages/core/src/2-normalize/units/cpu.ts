import { decimal, whole } from "./decimal.ts";
import { noUnit, type Parsed } from "./parsed.ts";

const units = { m: 1 };
const spelled = { milli: "m", millicores: "m", mcpu: "m" };

/** Reads `500m` or `0.5` as thousandths of a CPU; Kubernetes refuses anything finer. */
export function parseCpu(text: string): Parsed<number> {
  if (/^-\s*\d/.test(text)) return { problem: "negative" };
  const [, amount, gap = "", unit = ""] = /^(\d+(?:\.\d+)?)( *)([^\d\s.]*)$/.exec(text) ?? [];
  if (amount === undefined) return { problem: "form" };
  if (unit !== "" && unit !== "m") return noUnit(unit, amount.length + gap.length, units, spelled);
  return whole(amount, unit === "m" ? 1 : 1000);
}

/** For a source: `500m`, or whole CPUs as `2`. */
export function sourceCpu(thousandths: number): string {
  return thousandths % 1000 === 0 ? String(thousandths / 1000) : `${thousandths}m`;
}

/** For people: `0.5 CPU`. */
export function printCpu(thousandths: number): string {
  return `${decimal(thousandths, 3)} CPU`;
}
