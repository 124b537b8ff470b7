import type { Resource } from "./resources.ts";

/** Values that Istio's printed form leaves out because they are what an absent field means: first members of its enumerations. */
const absentEnums = new Set(["NONE", "MESH_EXTERNAL", "UNSPECIFIED", "DEFAULT", "DISABLE", "PASSTHROUGH", "ANY"]);

const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };

/**
 * The paths of everything that was given and is not among what was understood, with both values where they differ. A
 * duration may be written in another way. Zero, `false` and empty are what Istio leaves out, so a lost field with such a
 * value is not seen here; `validateIstio` knows unknown fields.
 */
export function lostFields(given: readonly Resource[], understood: readonly Resource[]): readonly string[] {
  const known = new Map(understood.map((resource) => [nameOf(resource), resource]));
  return given.flatMap((resource) => {
    const name = nameOf(resource);
    const other = known.get(name);
    if (other === undefined) return [`${name}: the whole resource`];
    const { metadata, spec } = resource;
    return lost({ metadata: { namespace: "default", ...metadata }, spec }, other, name);
  });
}

function nameOf({ kind, metadata }: Resource): string {
  return `${kind} ${metadata.namespace ?? "default"}/${metadata.name}`;
}

function lost(given: unknown, understood: unknown, path: string): readonly string[] {
  if (understood === undefined) return isAbsence(given) ? [] : [path];
  if (Array.isArray(given) && Array.isArray(understood)) {
    if (given.length !== understood.length) return [`${path}: ${given.length} elements became ${understood.length}`];
    return given.flatMap((one: unknown, index) => lost(one, understood[index], `${path}[${index}]`));
  }
  if (isRecord(given) && isRecord(understood))
    return Object.entries(given).flatMap(([key, value]) => lost(value, understood[key], `${path}.${key}`));
  if (isSame(given, understood)) return [];
  return [`${path}: ${JSON.stringify(given)} became ${JSON.stringify(understood)}`];
}

/** Whether an absent field means the same. */
function isAbsence(given: unknown): boolean {
  if (Array.isArray(given)) return given.length === 0;
  if (typeof given === "string") return given === "" || absentEnums.has(given);
  return given === undefined || given === null || given === 0 || given === false;
}

function isSame(given: unknown, understood: unknown): boolean {
  if (given === understood) return true;
  // Numbers of 64 bits are printed as strings.
  if (typeof given === "number" && typeof understood === "string") return String(given) === understood;
  return typeof given === "string" && durationOf(given) !== undefined && durationOf(given) === durationOf(understood);
}

/** Nanoseconds of a duration such as `1m30s` or `0.25s`. */
function durationOf(text: unknown): number | undefined {
  if (typeof text !== "string" || !/^(\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+$/.test(text)) return undefined;
  const parts = [...text.matchAll(/([\d.]+)([a-zµ]+)/g)];
  return Math.round(parts.reduce((sum, [, amount, unit = ""]) => sum + Number(amount) * (NANOSECONDS[unit] ?? 0), 0));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
