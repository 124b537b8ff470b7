import { catalogue, type CatalogueEntry, type Translations } from "@dpm/core";
import { load, workspaceProblems, type LoadOptions, type PluginModule } from "@dpm/workspace";
import { problems } from "../diagnostics.ts";

/** Every code that can be met here: dpm's own, and those of the configured plugins. */
export interface Codes {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  /** The configured plugins. */
  readonly plugins: readonly PluginModule[];
  /** Their texts in the language of the run. */
  readonly translations: Translations;
}

/** A broken configuration costs the plugins' codes only. */
export async function knownCodes(options: LoadOptions): Promise<Codes> {
  const { plugins, translations } = await load({ ...options, files: [] });
  return { entries: codesOf(plugins), plugins, translations };
}

/** dpm's own codes and those of some plugins. */
export function codesOf(plugins: readonly PluginModule[]): ReadonlyMap<string, CatalogueEntry> {
  const sets = [
    workspaceProblems.catalogue,
    problems.catalogue,
    ...plugins.flatMap(({ plugin }) => plugin.diagnostics?.catalogue ?? []),
  ];
  const others = sets.flatMap(({ owner, entries }) =>
    Object.entries(entries).map(([slug, entry]) => [`${owner}/${slug}`, entry] as const),
  );
  return new Map([...Object.entries(catalogue()), ...others]);
}
