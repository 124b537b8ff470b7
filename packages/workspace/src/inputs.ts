import type { Diagnostic, SourceFile } from "@dpm/core";
import type { LoadOptions } from "./load.ts";
import { findInput, findPlace } from "./place.ts";
import { followImports } from "./sources/follow-imports.ts";

/** A file of the model. */
export interface Input extends SourceFile {
  /** Absolute. */
  readonly path: string;
  /** False for one that is only imported. */
  readonly isNamed: boolean;
}

export interface Inputs {
  /** The configuration's file name; absent for a run without one. */
  readonly config?: string;
  readonly inputs: readonly Input[];
  /** All texts that diagnostics may point into. */
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files of the model, and no plugin: for what is done with texts, whatever they mean. */
export async function loadInputs(options: Pick<LoadOptions, "cwd" | "config" | "files"> = {}): Promise<Inputs> {
  const place = await findPlace(options);
  if (!place.config) {
    const { source, diagnostics } = place;
    return { ...(source && { config: source.name }), inputs: [], sources: source ? [source] : [], diagnostics };
  }
  const wanted = findInput(place, options.files);
  const { found, sources, diagnostics } = followImports(wanted.found, place.root);
  const named = new Set(wanted.found.map(({ name }) => name));
  const paths = new Map(found.map(({ name, path }) => [name, path]));
  const inputs = sources.map((source) => ({
    ...source,
    path: paths.get(source.name) ?? source.name,
    isNamed: named.has(source.name),
  }));
  const config = place.found?.source;
  return {
    ...(config && { config: config.name }),
    inputs,
    sources: [...sources, ...(config ? [config] : [])],
    diagnostics: [...place.diagnostics, ...wanted.diagnostics, ...diagnostics],
  };
}
