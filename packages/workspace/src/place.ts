import fs from "node:fs";
import { resolve } from "node:path";
import type { Diagnostic, SourceFile } from "@dpm/core";
import { findConfig, loadConfig, type FoundConfig } from "./config/find-config.ts";
import { defaults, readConfig, type Config } from "./config/read-config.ts";
import { problems } from "./diagnostics.ts";
import { findSources, type FoundSources } from "./sources/find-sources.ts";

/** Where a run takes place, with the configuration or, where there is none, the defaults. */
export interface Place {
  /** The current folder, and the project's: both absolute and real. */
  readonly cwd: string;
  readonly root: string;
  readonly config: Config;
  readonly found?: FoundConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/** Why a run takes place nowhere. */
export interface Nowhere {
  readonly cwd?: string;
  readonly root: string;
  readonly config?: never;
  /** The configuration that is at fault. */
  readonly source?: SourceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds and reads the configuration. */
export async function findPlace(options: {
  readonly cwd?: string;
  readonly config?: string;
}): Promise<Place | Nowhere> {
  const named = resolve(options.cwd ?? ".");
  const cwd = realOf(named);
  if (cwd === undefined) {
    const missing = problems.configUnreadable({ path: named, reason: "it does not exist" }).at(undefined);
    return { root: named, diagnostics: [missing] };
  }
  const search = options.config === undefined ? await findConfig(cwd) : await loadConfig(resolve(cwd, options.config));
  if (!search) return { cwd, root: cwd, config: defaults, diagnostics: [] };
  if (search.folder === undefined) return { cwd, root: cwd, diagnostics: search.diagnostics };
  const root = fs.realpathSync.native(search.folder);
  const { config, diagnostics } = search.diagnostics.every(isHarmless)
    ? readConfig(search)
    : { config: defaults, diagnostics: [] };
  const all = [...search.diagnostics, ...diagnostics];
  if (!all.every(isHarmless)) return { cwd, root, source: search.source, diagnostics: all };
  return { cwd, root, config, found: search, diagnostics: all };
}

function realOf(path: string): string | undefined {
  try {
    return fs.realpathSync.native(path);
  } catch {
    return undefined;
  }
}

/** The files that are named, from the current folder, or else those of the configuration. */
export function findInput({ cwd, root, config }: Place, files?: readonly string[]): FoundSources {
  return files
    ? findSources(
        files.map((text) => ({ text })),
        cwd,
        root,
      )
    : findSources(config.input, root, root);
}

export function isHarmless({ severity }: Diagnostic): boolean {
  return severity !== "error";
}
