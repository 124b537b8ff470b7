import fs from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { errorCode } from "../write/durable.ts";
import { referenceOf } from "./candidates.ts";

/** Where a plugin's module is; or what was looked for in vain; or a package that is there but has no entry. */
export type Resolution =
  | { readonly file: string; readonly name: string }
  | { readonly missing: readonly string[] }
  | { readonly broken: string; readonly problem: string };

/** Resolves a plugin's name as Node would from the configuration's folder. Looks at these names only. */
export function resolvePlugin(text: string, folder: string): Resolution {
  const reference = referenceOf(text);
  if ("path" in reference) {
    const file = resolve(folder, reference.path);
    return isFile(file) ? { file, name: text } : { missing: [file] };
  }
  for (const name of reference.packages) {
    const found = resolvePackage(name, folder);
    if (found) return found;
  }
  return { missing: reference.packages };
}

function resolvePackage(name: string, folder: string): Resolution | undefined {
  try {
    return { file: requireFrom(folder).resolve(name), name };
  } catch (error) {
    const home = packageFolder(name, folder);
    if (home === undefined) return undefined;
    const file = errorCode(error) === "ERR_PACKAGE_PATH_NOT_EXPORTED" ? importEntry(home) : undefined;
    if (file !== undefined && isFile(file)) return { file, name };
    return { broken: name, problem: "its entry file is missing" };
  }
}

/** Node's resolution with the conditions that this process was started with. */
export function requireFrom(folder: string): NodeJS.Require {
  return createRequire(join(folder, "package.json"));
}

function packageFolder(name: string, from: string): string | undefined {
  const home = join(from, "node_modules", name);
  if (isFile(join(home, "package.json"))) return home;
  return dirname(from) === from ? undefined : packageFolder(name, dirname(from));
}

/** The entry of a package that exports itself to `import` only, which `require.resolve` does not see. */
function importEntry(home: string): string | undefined {
  const { exports } = JSON.parse(fs.readFileSync(join(home, "package.json"), "utf8")) as { readonly exports?: unknown };
  const main = isRecord(exports) && Object.keys(exports).some((key) => key.startsWith(".")) ? exports["."] : exports;
  const target = choose(main);
  return target === undefined ? undefined : join(home, target);
}

function choose(target: unknown): string | undefined {
  if (typeof target === "string") return target;
  if (Array.isArray(target)) return target.map(choose).find((one) => one !== undefined);
  if (!isRecord(target)) return undefined;
  const key = Object.keys(target).find((condition) => ["import", "node", "module-sync", "default"].includes(condition) && choose(target[condition]) !== undefined);
  return key === undefined ? undefined : choose(target[key]);
}

function isFile(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
