import { catalogue, type CatalogueEntry } from "@dpm/core";
import { load, workspaceProblems, type LoadOptions } from "@dpm/workspace";
import { problems } from "../diagnostics.ts";

/** Every code that can be met here: dpm's own, and those of the configured plugins. */
export interface Codes {
  readonly entries: ReadonlyMap<string, CatalogueEntry>;
  /** The project's folder, from which plugins are found. */
  readonly root: string;
}

/** A broken configuration costs the plugins' codes only. */
export async function knownCodes(options: LoadOptions): Promise<Codes> {
  const { input, project } = await load({ ...options, files: [] });
  const plugins = [...(input?.plugins ?? []), ...(input?.targets ?? []).map((one) => one.plugin)];
  const sets = [
    workspaceProblems.catalogue,
    problems.catalogue,
    ...plugins.flatMap((one) => one.diagnostics?.catalogue ?? []),
  ];
  const others = sets.flatMap(({ owner, entries }) =>
    Object.entries(entries).map(([slug, entry]) => [`${owner}/${slug}`, entry] as const),
  );
  return { entries: new Map([...Object.entries(catalogue), ...others]), root: project.root };
}
