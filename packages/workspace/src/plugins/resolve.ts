import fs from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { referenceOf } from "./candidates.ts";

/** Where a plugin's module is; or what was looked for in vain; or a package that is there but has no entry. */
export type Resolution =
  | { readonly file: string; readonly name: string }
  | { readonly missing: readonly string[] }
  | { readonly broken: string };

/**
 * Resolves a plugin's name from the configuration's folder, looking at these names only. Not by `require.resolve`, which
 * would also look into NODE_PATH, where package managers put what belongs to the command and not to the project.
 */
export function resolvePlugin(text: string, folder: string): Resolution {
  const reference = referenceOf(text);
  if ("path" in reference) {
    const file = resolve(folder, reference.path);
    return isFile(file) ? { file, name: text } : { missing: [file] };
  }
  for (const name of reference.packages) {
    const home = packageFolder(name, folder);
    if (home === undefined) continue;
    const file = entryOf(home);
    return file === undefined ? { broken: name } : { file, name };
  }
  return { missing: reference.packages };
}

/** The folder of an installed package, as Node would find it from `from`: in the nearest `node_modules` that has it. */
export function packageFolder(name: string, from: string): string | undefined {
  const home = join(from, "node_modules", name);
  if (isFile(join(home, "package.json"))) return home;
  const parent = dirname(from);
  return parent === from ? undefined : packageFolder(name, parent);
}

/** The file of a package that a module belongs to which `exports` offers under a name, such as `./zh`. */
export function besideEntry(file: string, name: string): string | undefined {
  const folder = dirname(file);
  if (isFile(join(folder, "package.json"))) return entryOf(folder, name);
  return folder === file ? undefined : besideEntry(folder, name);
}

function entryOf(home: string, name = "."): string | undefined {
  const { exports } = readPackage(home);
  if (exports === undefined) return name === "." ? mainOf(home) : undefined;
  const isMap = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith("."));
  const target = choose(isMap ? exports[name] : name === "." ? exports : undefined, conditions());
  const file = target === undefined ? undefined : join(home, target);
  return file !== undefined && isFile(file) ? file : undefined;
}

function readPackage(home: string): { readonly exports?: unknown } {
  try {
    const json: unknown = JSON.parse(fs.readFileSync(join(home, "package.json"), "utf8"));
    return isRecord(json) ? json : {};
  } catch {
    return {};
  }
}

function mainOf(home: string): string | undefined {
  try {
    return createRequire(join(home, "package.json")).resolve(home);
  } catch {
    return undefined;
  }
}

/** The target of the first condition that holds, as Node chooses it. */
function choose(target: unknown, holding: ReadonlySet<string>): string | undefined {
  if (typeof target === "string") return target;
  if (Array.isArray(target)) return firstOf(target, holding);
  if (!isRecord(target)) return undefined;
  return firstOf(
    Object.entries(target).flatMap(([condition, one]) => (holding.has(condition) ? [one] : [])),
    holding,
  );
}

function firstOf(targets: readonly unknown[], holding: ReadonlySet<string>): string | undefined {
  return targets.map((one) => choose(one, holding)).find((one) => one !== undefined);
}

/** The conditions of an import in this process, with those that it was started with. */
function conditions(): ReadonlySet<string> {
  const flags = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
  const given = [...flags.matchAll(/(?:^|\s)(?:-C|--conditions)(?:=|\s+)(\S+)/g)].map(([, name = ""]) => name);
  return new Set(["import", "node", "module-sync", "default", ...given]);
}

function isFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
