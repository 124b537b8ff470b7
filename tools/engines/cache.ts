import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { basename, isAbsolute, join } from "node:path";
import type { Engine, Installed } from "./engine.ts";

/** The folder of the recipes: this one. */
export const recipes = import.meta.dirname;

const STAMP = "installed.json";

/** An engine that is installed; its paths are absolute. */
export interface Present {
  readonly name: string;
  readonly version: string;
  readonly paths: Readonly<Record<string, string>>;
}

/** The folder that holds every engine, outside the checkout. */
export function cacheFolder(): string {
  return process.env["DPM_ENGINES_DIR"] ?? join(homedir(), ".cache", "dpm-engines");
}

/** The engine's own folder in the cache, named by name, version and a hash of its recipe. */
export function folderOf(engine: Engine, cache: string): string {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}`);
  for (const file of engine.recipe.flatMap(filesOf))
    hash.update(`\0${file}\0`).update(readFileSync(join(recipes, file)));
  return join(cache, `${engine.name}-${engine.version}-${hash.digest("hex").slice(0, 8)}`);
}

/** The installed engine, or undefined when there is none, or only a part of one. */
export function findInstalled(engine: Engine, cache: string): Present | undefined {
  const folder = folderOf(engine, cache);
  const stamp = join(folder, STAMP);
  if (!existsSync(stamp)) return undefined;
  const installed = JSON.parse(readFileSync(stamp, "utf8")) as Installed;
  const paths = Object.fromEntries(Object.entries(installed.paths).map(([key, path]) => [key, join(folder, path)]));
  if (!Object.values(paths).every((path) => existsSync(path))) return undefined;
  return { name: engine.name, version: installed.version ?? engine.version, paths };
}

/** Removes what installs of the engine left behind when they were killed; one that is still at work keeps its folder. */
export function removeLeftovers(engine: Engine, cache: string): void {
  if (!existsSync(cache)) return;
  const part = `${basename(folderOf(engine, cache))}.part-`;
  const left = readdirSync(cache).filter((name) => name.startsWith(part) && !isAlive(Number(name.slice(part.length))));
  for (const name of left) rmSync(join(cache, name), { recursive: true, force: true });
}

/** An empty folder to install into, beside the engine's own. */
export function startInstall(engine: Engine, cache: string): string {
  const into = `${folderOf(engine, cache)}.part-${process.pid}`;
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  return into;
}

/** Stamps what was installed and gives it its final name, in this order: a folder of that name is always whole. */
export function finishInstall(engine: Engine, cache: string, into: string, installed: Installed): Present {
  for (const [key, path] of Object.entries(installed.paths)) {
    if (isAbsolute(path) || !existsSync(join(into, path))) throw new Error(`the install made no ${key} at ${path}`);
  }
  writeFileSync(join(into, STAMP), `${JSON.stringify(installed, undefined, 2)}\n`);
  const other = findInstalled(engine, cache);
  if (other !== undefined) {
    rmSync(into, { recursive: true, force: true });
    return other;
  }
  const folder = folderOf(engine, cache);
  rmSync(folder, { recursive: true, force: true });
  renameSync(into, folder);
  const present = findInstalled(engine, cache);
  if (present === undefined) throw new Error(`the install of ${engine.name} is not whole after it ended`);
  return present;
}

/** A recipe's file, or every file below a recipe's folder. */
function filesOf(path: string): readonly string[] {
  if (!statSync(join(recipes, path)).isDirectory()) return [path];
  const below = readdirSync(join(recipes, path)).sort();
  return below.flatMap((name) => filesOf(`${path}/${name}`));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
