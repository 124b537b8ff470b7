/** What dpm knows of a file that it wrote. */
export interface Known {
  readonly sha256: string;
  /** Of the same bytes: enough to see that they are still those of the hash, which takes longer. Earlier versions had none. */
  readonly crc32?: number;
  /** Written once; it is the user's since. */
  readonly scaffold?: true;
}

/** Files by target and path; paths are relative to the project's folder, with `/`. */
export type Section = ReadonlyMap<string, ReadonlyMap<string, Known>>;

/** What dpm wrote, by the configuration that asked for it. */
export type Manifest = ReadonlyMap<string, Section>;

/** The name under which a run without a configuration is recorded. */
export const withoutConfig = "(none)";

/** Reads a manifest; `undefined` when the text is none. */
export function parseManifest(text: string): Manifest | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(json) || json["version"] !== 1 || !isRecord(json["configs"])) return undefined;
  return mapOf(json["configs"], (section) => mapOf(section, (files) => mapOf(files, known)));
}

/** The manifest's text: the same for the same content, whatever the order in which it was gathered. */
export function printManifest(manifest: Manifest): string {
  const configs = recordOf(manifest, (section) => recordOf(section, (files) => recordOf(files, (one) => one)));
  return `${JSON.stringify({ version: 1, configs }, undefined, 2)}\n`;
}

function known(value: unknown): Known | undefined {
  if (!isRecord(value) || typeof value["sha256"] !== "string") return undefined;
  const { sha256, crc32, scaffold } = value;
  return { sha256, ...(typeof crc32 === "number" && { crc32 }), ...(scaffold === true && { scaffold }) };
}

function mapOf<T>(value: unknown, read: (value: unknown) => T | undefined): ReadonlyMap<string, T> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).map(([key, one]) => [key, read(one)] as const);
  return entries.every((one): one is readonly [string, T] => one[1] !== undefined) ? new Map(entries) : undefined;
}

function recordOf<T, R>(map: ReadonlyMap<string, T>, print: (value: T) => R): Readonly<Record<string, R>> {
  const sorted = [...map].sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, value]) => [key, print(value)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
