import fs from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { suggest, type Diagnostic, type Plugin } from "@dpm/core";
import type { Spanned } from "../config/read-config.ts";
import { phrases, problems } from "../diagnostics.ts";
import { importModule } from "../modules/import-module.ts";
import { inOneLine } from "../thrown.ts";
import { packageFolder, resolvePlugin } from "./resolve.ts";

/** A plugin, and the module that it came from. */
export interface PluginModule {
  readonly plugin: Plugin;
  /** Absolute. */
  readonly file: string;
}

export type LoadedPlugin = PluginModule | { readonly diagnostic: Diagnostic };

/** Loads the plugin that a target or the configuration names. Whatever is wrong with it is a diagnostic. */
export async function loadPlugin(named: Spanned, needer: string, folder: string): Promise<LoadedPlugin> {
  const refuse = (diagnostic: Diagnostic): LoadedPlugin => ({ diagnostic });
  const resolved = resolvePlugin(named.text, folder);
  if ("missing" in resolved) return refuse(notFound(named, needer, resolved.missing, folder));
  if ("broken" in resolved) {
    return refuse(
      problems.pluginFailed({ plugin: resolved.broken, problem: "its entry file is missing" }).at(named.span),
    );
  }
  const { file, name } = resolved;
  const other = otherCore(file);
  if (other)
    return refuse(
      problems.duplicateCore({ plugin: name, ...other, remedy: `${manager(folder).install} @dpm/core` }).at(named.span),
    );
  let loaded: unknown;
  try {
    loaded = await importModule(file, "plugin");
  } catch (error) {
    return refuse(problems.pluginFailed({ plugin: name, problem: inOneLine(error) }).at(named.span));
  }
  const plugin = defaultOf(loaded);
  if (isPlugin(plugin)) return { plugin, file };
  return refuse(problems.pluginInvalid({ plugin: name, found: describe(plugin) }).at(named.span));
}

function notFound({ text, span }: Spanned, needer: string, missing: readonly string[], folder: string): Diagnostic {
  const [first = text] = missing;
  const isPath = /[/\\]/.test(first) && !first.startsWith("@");
  const { add, known } = manager(folder);
  const near = isPath ? undefined : suggest(text, known);
  const params = {
    needer,
    candidates: isPath ? relative(folder, first).split(sep).join("/") : missing.join(", then "),
    folder,
    remedy: isPath ? "correct the path" : `${add} ${first}`,
  };
  return problems.pluginNotFound(params).at(span, near === undefined ? {} : { label: phrases.didYouMean({ near }) });
}

/** Another copy of @dpm/core than dpm's own: kinds and versions of one would mean nothing to the other. */
function otherCore(file: string): { readonly theirs: string; readonly ours: string } | undefined {
  // A plugin that imports nothing has no copy at all.
  const theirs = coreFrom(dirname(fs.realpathSync.native(file)));
  const ours = coreFrom(import.meta.dirname);
  return theirs === undefined || ours === undefined || theirs === ours ? undefined : { theirs, ours };
}

function coreFrom(folder: string): string | undefined {
  const home = packageFolder("@dpm/core", folder);
  return home === undefined ? undefined : fs.realpathSync.native(home);
}

interface Manager {
  /** The command that adds a development dependency, and the one that installs. */
  readonly add: string;
  readonly install: string;
  /** Names of the plugins that the project's package.json has: what a misspelt one may have meant. */
  readonly known: readonly string[];
}

/** What the project installs with: the nearest lockfile tells. */
function manager(folder: string): Manager {
  const has = (name: string): boolean => fs.existsSync(join(folder, name));
  const commands: Pick<Manager, "add" | "install"> = has("pnpm-lock.yaml")
    ? { add: "pnpm add --save-dev", install: "pnpm add" }
    : has("yarn.lock")
      ? { add: "yarn add --dev", install: "yarn add" }
      : { add: "npm install --save-dev", install: "npm install" };
  const parent = dirname(folder);
  if (has("package.json") || parent === folder)
    return { ...commands, known: dependencies(join(folder, "package.json")) };
  return manager(parent);
}

function dependencies(file: string): readonly string[] {
  try {
    const { dependencies: some, devDependencies: others } = JSON.parse(fs.readFileSync(file, "utf8")) as Readonly<
      Record<string, object | undefined>
    >;
    return Object.keys({ ...some, ...others }).flatMap(
      (name) => /^(?:@dpm\/plugin-|dpm-plugin-)(.+)$/.exec(name)?.[1] ?? [],
    );
  } catch {
    return [];
  }
}

function defaultOf(loaded: unknown): unknown {
  const first = isRecord(loaded) ? loaded["default"] : undefined;
  // A CommonJS build has its own `default` inside.
  return isRecord(first) && !isPlugin(first) && "default" in first ? first["default"] : first;
}

function isPlugin(value: unknown): value is Plugin {
  return (
    isRecord(value) &&
    typeof value["name"] === "string" &&
    value["name"] !== "" &&
    typeof value["apiVersion"] === "number"
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function describe(value: unknown): string {
  if (value === undefined) return "missing";
  if (!isRecord(value)) return value === null ? "`null`" : `a ${typeof value}`;
  const missing = ["name", "apiVersion"].filter((key) => value[key] === undefined).map((key) => `\`${key}\``);
  if (missing.length > 0) return `an object without ${missing.join(" and ")}`;
  const { name, apiVersion } = value;
  return typeof name === "string" && name !== ""
    ? `an object whose \`apiVersion\` is ${shown(apiVersion)}, expected a number`
    : `an object whose \`name\` is ${shown(name)}, expected the name of a target`;
}

function shown(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value.slice(0, 40))}`;
  return typeof value === "object" && value !== null ? "an object" : `\`${String(value)}\``;
}
