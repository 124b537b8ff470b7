import fs from "node:fs/promises";
import { resolve } from "node:path";
import type { CompileInput, Diagnostic, SourceFile, Strict } from "@dpm/core";
import { findConfig, loadConfig, type FoundConfig } from "./config/find-config.ts";
import { defaults, readConfig, type Config, type TargetConfig } from "./config/read-config.ts";
import { problems } from "./diagnostics.ts";
import type { PluginModule } from "./plugins/load-plugin.ts";
import { loadPlugins, loadTargets } from "./plugins/load-targets.ts";
import { findSources } from "./sources/find-sources.ts";
import { followImports } from "./sources/follow-imports.ts";
import { nameFrom, outProblem } from "./write/out-folder.ts";

/** What a run is asked for, beside the configuration. */
export interface LoadOptions {
  /** Where the search for the configuration begins, and what `files` are relative to; default the current folder. */
  readonly cwd?: string;
  /** The configuration's file, instead of a search. */
  readonly config?: string;
  /** Files and patterns instead of the configuration's `input`. */
  readonly files?: readonly string[];
  /** Narrows the run to these targets, at least one; where none are configured these are the targets, with their defaults. */
  readonly targets?: readonly string[];
  /** Where plugins are looked for, instead of the configuration's folder: for an older state of the same project. */
  readonly pluginsFrom?: string;
  /** The output folder instead of the configuration's, from `cwd`. */
  readonly out?: string;
  /** Verdicts and severities that count as errors, in addition to the configuration's. */
  readonly strict?: readonly Strict[];
  /** The environment instead of the configuration's. */
  readonly env?: string;
}

/** Where a run takes place. */
export interface Project {
  /** The folder that everything is named from: the configuration's, or the current one. Absolute and real. */
  readonly root: string;
  /** The configuration's file name; absent for a run without one. */
  readonly config?: string;
  /** The output folder, from `root` or absolute. */
  readonly out: string;
  readonly allowOutside: boolean;
  /** The targets that run in full, on all configured inputs: only their files can be stale. */
  readonly complete: readonly string[] | "all";
  /** Absolute paths of everything that is read. */
  readonly inputs: readonly string[];
}

export interface Loaded {
  readonly project: Project;
  /** Every plugin that could be loaded, with its module. */
  readonly plugins: readonly PluginModule[];
  /** Absent when an error makes it pointless to compile. */
  readonly input?: CompileInput;
  /** All texts that diagnostics may point into: sources and the configuration. */
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds and reads the configuration, its plugins and the sources. Bad input is a diagnostic, never thrown. */
export async function load(options: LoadOptions = {}): Promise<Loaded> {
  const named = resolve(options.cwd ?? ".");
  const cwd = await fs.realpath(named).catch(() => undefined);
  if (cwd === undefined)
    return failed(named, [problems.configUnreadable({ path: named, reason: "it does not exist" }).at(undefined)]);
  const search = options.config === undefined ? await findConfig(cwd) : await loadConfig(resolve(cwd, options.config));
  if (options.targets?.length === 0) return failed(cwd, [problems.noTargetNamed().at(undefined)]);
  if (!search) return loadProject(options, { cwd, root: cwd, config: defaults, diagnostics: [] });
  if (search.folder === undefined) return failed(cwd, search.diagnostics);
  const root = await fs.realpath(search.folder);
  const { config, diagnostics } = search.diagnostics.every(isHarmless)
    ? readConfig(search)
    : { config: defaults, diagnostics: [] };
  const all = [...search.diagnostics, ...diagnostics];
  if (!all.every(isHarmless)) return failed(root, all, search.source);
  return loadProject(options, { cwd, root, config, found: search, diagnostics: all });
}

interface Found {
  readonly cwd: string;
  readonly root: string;
  readonly config: Config;
  readonly found?: FoundConfig;
  readonly diagnostics: readonly Diagnostic[];
}

async function loadProject(options: LoadOptions, { cwd, root, config, found, diagnostics }: Found): Promise<Loaded> {
  const { files, targets: wanted } = options;
  const out = options.out === undefined ? config.out : nameFrom(root, resolve(cwd, options.out));
  const { allowOutside } = config;
  const refused = outProblem(root, { out, allowOutside });
  const badOut = refused ? [refused.at(options.out === undefined ? config.locate?.(["out"]) : undefined)] : [];
  const isNamedOnly = config.targets.length === 0;
  const configured = isNamedOnly ? (wanted ?? []).map((name): TargetConfig => ({ name, options: {} })) : config.targets;
  const [targets, plugins, input] = await Promise.all([
    loadTargets(configured, wanted, options.pluginsFrom ?? root),
    loadPlugins(config.plugins, options.pluginsFrom ?? root),
    files
      ? findSources(
          files.map((text) => ({ text })),
          cwd,
          root,
        )
      : findSources(config.input, root, root),
  ]);
  const { found: read, sources, diagnostics: unreadable } = await followImports(input.found, root);
  const all = [
    ...[...diagnostics, ...badOut, ...targets.diagnostics, ...plugins.diagnostics],
    ...[...input.diagnostics, ...unreadable],
  ];
  const configFile = found?.source.name;
  const project: Project = {
    root,
    ...(configFile !== undefined && { config: configFile }),
    ...{ out, allowOutside },
    complete: files ? [] : (targets.only ?? "all"),
    inputs: [...(configFile === undefined ? [] : [resolve(root, configFile)]), ...read.map((one) => one.path)],
  };
  const texts = [...sources, ...(found ? [found.source] : [])];
  const modules = [...targets.modules, ...plugins.modules];
  if (!all.every(isHarmless)) return { project, plugins: modules, sources: texts, diagnostics: all };
  const strict = [...new Set([...config.strict, ...(options.strict ?? [])])];
  const environment = options.env ?? config.env;
  const only = targets.only && { only: targets.only };
  return {
    project,
    plugins: modules,
    sources: texts,
    diagnostics: all,
    input: {
      sources,
      ...{ targets: targets.targets, plugins: plugins.modules.map((one) => one.plugin), owners: config.owners, strict },
      ...(environment !== undefined && { environment }),
      ...(config.locate && { locate: config.locate }),
      ...only,
    },
  };
}

function failed(root: string, diagnostics: readonly Diagnostic[], config?: SourceFile): Loaded {
  const project: Project = {
    root,
    ...(config && { config: config.name }),
    out: defaults.out,
    allowOutside: false,
    complete: [],
    inputs: [],
  };
  return { project, plugins: [], sources: config ? [config] : [], diagnostics };
}

function isHarmless({ severity }: Diagnostic): boolean {
  return severity !== "error";
}
