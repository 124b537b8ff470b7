import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** An engine that is installed on this machine. */
export interface Engine {
  readonly name: string;
  /** Its exact version. */
  readonly version: string;
  /** Absolute paths of its programs and folders, by what they are. */
  readonly paths: Readonly<Record<string, string>>;
}

/** An engine that is not, and the command that installs it. */
export interface MissingEngine {
  readonly name: string;
  readonly missing: true;
  readonly install: string;
}

/** The engine of a name, as the list in the cache (`$DPM_ENGINES_DIR` or `~/.cache/dpm-engines`) says. */
export function engine(name: string): Engine | MissingEngine {
  const cache = process.env["DPM_ENGINES_DIR"] ?? join(homedir(), ".cache", "dpm-engines");
  const found = readList(join(cache, "engines.json")).find((one) => one.name === name);
  const missing = { name, missing: true, install: `npm run engines -- ${name}` } as const;
  if (found === undefined || "missing" in found) return found ?? missing;
  return Object.values(found.paths).every((path) => existsSync(path)) ? found : missing;
}

/** The path of one of the engine's programs or folders; throws when the engine has none of that name. */
export function pathOf(found: Engine, name: string): string {
  const path = found.paths[name];
  if (path === undefined) throw new Error(`engine ${found.name} ${found.version} has no \`${name}\``);
  return path;
}

function readList(file: string): readonly (Engine | MissingEngine)[] {
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as { engines: readonly (Engine | MissingEngine)[] }).engines;
}
