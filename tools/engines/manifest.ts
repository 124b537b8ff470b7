import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engines, locate } from "./index.ts";
import type { Present } from "./cache.ts";
import type { Missing } from "./index.ts";

/** What is in the cache, as `engines.json` says it: a contract with @dpm/testing, which reads it without this folder. */
export interface Manifest {
  readonly engines: readonly (Present | Missing)[];
}

/** What is in the cache now. */
export function inspect(cache: string): Manifest {
  return { engines: engines.map(({ name }) => locate(name, cache)) };
}

/** Writes `engines.json` into the cache, in one step. */
export function writeManifest(cache: string, manifest: Manifest): void {
  const file = join(cache, "engines.json");
  mkdirSync(cache, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, `${JSON.stringify(manifest, undefined, 2)}\n`);
  renameSync(`${file}.${process.pid}`, file);
}
