import type { KnownFinding } from "./baseline.ts";

/** Beside the configuration, to be committed as the model is. */
export const baselineName = "dpm.baseline.json";

/** One finding a line, so that a review sees what was accepted. */
export function printBaseline(known: readonly KnownFinding[]): string {
  const lines = known.map(({ count, ...one }) => `    ${JSON.stringify({ ...one, ...(count > 1 && { count }) })}`);
  return `{\n  "version": 1,\n  "known": [${lines.length > 0 ? `\n${lines.join(",\n")}\n  ` : ""}]\n}\n`;
}

/** `undefined` where the text is no baseline. */
export function parseBaseline(text: string): readonly KnownFinding[] | undefined {
  const value = parsed(text);
  const known = isRecord(value) && value["version"] === 1 ? value["known"] : undefined;
  if (!Array.isArray(known)) return undefined;
  const findings = known.map(findingIn);
  return findings.some((one) => one === undefined) ? undefined : findings.filter((one) => one !== undefined);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function findingIn(value: unknown): KnownFinding | undefined {
  if (!isRecord(value)) return undefined;
  const { code, at, params, count = 1 } = value;
  if (typeof code !== "string" || typeof at !== "string" || !isRecord(params)) return undefined;
  if (typeof count !== "number" || !Number.isInteger(count) || count < 1) return undefined;
  const isParams = Object.values(params).every(
    (one) =>
      typeof one === "string" ||
      typeof one === "number" ||
      (Array.isArray(one) && one.every((item) => typeof item === "string")),
  );
  return isParams ? { code, at, params: params as KnownFinding["params"], count } : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
