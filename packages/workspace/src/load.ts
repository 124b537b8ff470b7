import { resolve } from "node:path";
import {
  localize,
  type CompileInput,
  type Diagnostic,
  type SourceFile,
  type Strict,
  type Translations,
} from "@dpm/core";
import { defaults, type TargetConfig } from "./config/read-config.ts";
import { problems } from "./diagnostics.ts";
import { findInput, findPlace, isHarmless, type Nowhere, type Place } from "./place.ts";
import type { PluginModule } from "./plugins/load-plugin.ts";
import { loadPlugins, loadTargets } from "./plugins/load-targets.ts";
import { loadTranslations, type Locale } from "./plugins/load-translations.ts";
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
  /** The language of all that is told; default English. */
  readonly locale?: Locale;
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
  /** What the diagnostics are told in, and what those of a compilation can be localized with; none for English. */
  readonly translations: Translations;
}

/** Finds and reads the configuration, its plugins and the sources. Bad input is a diagnostic, never thrown. */
export async function load(options: LoadOptions = {}): Promise<Loaded> {
  const loaded = await loadAll(options);
  const translations = await loadTranslations(options.locale ?? "en", loaded.plugins);
  return { ...loaded, translations, diagnostics: loaded.diagnostics.map((one) => localize(one, translations)) };
}

type LoadedEnglish = Omit<Loaded, "translations">;

async function loadAll(options: LoadOptions): Promise<LoadedEnglish> {
  const place = await findPlace(options);
  if (options.targets?.length === 0 && place.cwd !== undefined)
    return failed({ root: place.cwd, diagnostics: [problems.noTargetNamed().at(undefined)] });
  return place.config ? loadProject(options, place) : failed(place);
}

async function loadProject(options: LoadOptions, place: Place): Promise<LoadedEnglish> {
  const { cwd, root, config, found, diagnostics } = place;
  const { files, targets: wanted } = options;
  const out = options.out === undefined ? config.out : nameFrom(root, resolve(cwd, options.out));
  const { allowOutside } = config;
  const refused = outProblem(root, { out, allowOutside });
  const badOut = refused ? [refused.at(options.out === undefined ? config.locate?.(["out"]) : undefined)] : [];
  const isNamedOnly = config.targets.length === 0;
  const configured = isNamedOnly ? (wanted ?? []).map((name): TargetConfig => ({ name, options: {} })) : config.targets;
  const [targets, plugins] = await Promise.all([
    loadTargets(configured, wanted, options.pluginsFrom ?? root),
    loadPlugins(config.plugins, options.pluginsFrom ?? root),
  ]);
  const input = findInput(place, files);
  const { found: read, sources, diagnostics: unreadable } = followImports(input.found, root);
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

function failed({ root, source, diagnostics }: Nowhere): LoadedEnglish {
  const project: Project = {
    root,
    ...(source && { config: source.name }),
    out: defaults.out,
    allowOutside: false,
    complete: [],
    inputs: [],
  };
  return { project, plugins: [], sources: source ? [source] : [], diagnostics };
}
