import fs from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Diagnostic, SourceFile } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { errorCode } from "../write/durable.ts";
import { reasonOf } from "../write/system-error.ts";
import { decode } from "../sources/decode.ts";
import { readJson } from "./json-nodes.ts";
import { readModule } from "./module-value.ts";
import type { ConfigDocument } from "./config-document.ts";

/** A configuration that was found. */
export interface FoundConfig extends ConfigDocument {
  /** The project's folder: the one in which the configuration lies. */
  readonly folder: string;
}

const modules = [".js", ".mjs", ".ts"];
const places = [
  "package.json",
  ".dpmrc",
  ...[".json", ".yaml", ".yml", ".ts", ".js", ".mjs"].map((extension) => `.dpmrc${extension}`),
  ...[".ts", ".js", ".mjs"].map((extension) => `dpm.config${extension}`),
];

/** A configuration, or why there is none. */
export type ConfigSearch = FoundConfig | { readonly folder?: never; readonly diagnostics: readonly Diagnostic[] };

/**
 * Looks for the configuration from `folder` upwards, as far as the project's `package.json`. `undefined` when there is
 * none. Whatever is wrong with it is a diagnostic.
 */
export async function findConfig(folder: string): Promise<ConfigSearch | undefined> {
  const found = await explore((explorer) => explorer.search(folder), folder);
  const usedHere = found?.folder === folder ? found.source.name : undefined;
  const present = new Set(fs.readdirSync(folder));
  const here = places.filter((name) => name !== "package.json" && name !== usedHere && present.has(name));
  // cosmiconfig passes by what it may not read, and would use another one without a word.
  const passed = here.find((name) => usedHere === undefined || places.indexOf(name) < places.indexOf(usedHere));
  if (passed !== undefined) return unreadable(join(folder, passed));
  if (found?.folder === undefined || usedHere === undefined) return found;
  const warnings = here.map((name) => problems.configAmbiguous({ used: usedHere, ignored: name }).at(undefined));
  return { ...found, diagnostics: [...found.diagnostics, ...warnings] };
}

function unreadable(path: string): ConfigSearch {
  const error = errorOfReading(path);
  const name = basename(path);
  return {
    diagnostics: [problems.configUnreadable({ path: name, reason: reasonOf(error, path).reason }).at(undefined)],
  };
}

function errorOfReading(path: string): unknown {
  try {
    fs.readFileSync(path);
    return new Error("it was passed by");
  } catch (error) {
    return error;
  }
}

/** Loads the configuration that the user named. */
export async function loadConfig(path: string): Promise<ConfigSearch> {
  const found = await explore((explorer) => explorer.load(path), path);
  return found ?? { diagnostics: [problems.configMissing({ path }).at(undefined)] };
}

type Explorer = ReturnType<typeof import("cosmiconfig").cosmiconfigSync>;

/**
 * cosmiconfig finds, dpm reads: the loaders give nothing of what a file says, so that cosmiconfig never sees a
 * `$import` that it would follow out of the project, and no alias bomb.
 */
async function explore(
  use: (explorer: Explorer) => ReturnType<Explorer["search"]>,
  from: string,
): Promise<ConfigSearch | undefined> {
  const { cosmiconfigSync } = await import("cosmiconfig");
  const found = {};
  const load = (path: string): object =>
    basename(path) !== "package.json" ? found : propertyOf(readPackage(path)) ? { dpm: found } : {};
  const loaders = Object.fromEntries(
    ["noExt", "default", ".json", ".yaml", ".yml", ...modules].map((extension) => [extension, load]),
  );
  try {
    const explorer = cosmiconfigSync("dpm", {
      searchPlaces: places,
      loaders,
      searchStrategy: "project",
      cache: false,
      ignoreEmptySearchPlaces: false,
    });
    const result = use(explorer);
    if (!result) return undefined;
    const folder = dirname(result.filepath);
    const name = basename(result.filepath);
    if (result.isEmpty) return { folder, ...empty({ name, text: "" }) };
    const document = name === "package.json" ? propertyOf(readPackage(result.filepath)) : await read(result.filepath);
    return document && { folder, ...document };
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT") return undefined;
    // Without a code it is cosmiconfig's own: it reads a `cosmiconfig` property of the current folder's package.json.
    const manifest = code === undefined ? brokenManifest(process.cwd()) : undefined;
    if (manifest) return manifest;
    const reason = code === undefined && error instanceof Error ? error.message : reasonOf(error, from).reason;
    return { diagnostics: [problems.configUnreadable({ path: from, reason }).at(undefined)] };
  }
}

/** A `package.json` that cosmiconfig gave up on, read again to say what is wrong and where. */
function brokenManifest(folder: string): FoundConfig | undefined {
  const path = join(folder, "package.json");
  if (!fs.existsSync(path)) return undefined;
  const document = readPackage(path);
  return document.diagnostics.length > 0 ? { folder, ...document } : undefined;
}

async function read(path: string): Promise<ConfigDocument> {
  const { source, diagnostics } = readText(path);
  if (diagnostics.length > 0) return { source, diagnostics };
  const { name, text } = source;
  if (text.trim() === "") return empty(source);
  const extension = extname(name);
  if (modules.includes(extension)) return readModule(path, source);
  if (extension === ".yaml" || extension === ".yml") return readYamlLazily(source);
  const json = readJson(source);
  if ("node" in json) return { source, node: json.node, diagnostics: [] };
  if (extension === ".json") return { source, diagnostics: [json.mistake] };
  // Without an extension it may be either; what begins like JSON is told what is wrong with it as JSON.
  const yaml = await readYamlLazily(source);
  return yaml.node || !/^\s*[{[]/.test(text) ? yaml : { source, diagnostics: [json.mistake] };
}

function readPackage(path: string): ConfigDocument {
  const { source, diagnostics } = readText(path);
  if (diagnostics.length > 0) return { source, diagnostics };
  if (source.text.trim() === "") return empty(source);
  const json = readJson(source);
  return "node" in json ? { source, node: json.node, diagnostics: [] } : { source, diagnostics: [json.mistake] };
}

function readText(path: string): Pick<ConfigDocument, "source" | "diagnostics"> {
  const name = basename(path);
  const { text, diagnostics } = decode(fs.readFileSync(path), name);
  return { source: { name, text }, diagnostics };
}

/** Importing the YAML reader takes a third of the time that a run has for starting. */
async function readYamlLazily(source: SourceFile): Promise<ConfigDocument> {
  const { readYaml } = await import("./yaml-nodes.ts");
  const yaml = readYaml(source);
  return "node" in yaml ? { source, node: yaml.node, diagnostics: [] } : { source, diagnostics: [yaml.mistake] };
}

function empty(source: SourceFile): ConfigDocument {
  const span = { file: source.name, start: 0, end: 0 };
  return { source, node: { type: "object", fields: [], span }, diagnostics: [] };
}

/** The part of `package.json` that is dpm's; a broken file is returned as it is, with what is wrong. */
function propertyOf(document: ConfigDocument): ConfigDocument | undefined {
  if (!document.node) return document;
  const field =
    document.node.type === "object" ? document.node.fields.find((one) => one.key.text === "dpm") : undefined;
  return field && { ...document, node: field.value };
}
