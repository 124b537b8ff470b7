import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withNamespaces } from "./resources.ts";
import type { Files } from "./resources.ts";

/** The folder of files that the discovery server watches. */
export interface ConfigFolder {
  readonly path: string;
  /** Puts these files in the place of the former ones; the mesh's own comes last, so that who sees it has seen all. */
  readonly write: (files: Files, own: string) => Promise<void>;
}

/** Makes an empty one at a path. */
export async function makeConfigFolder(path: string): Promise<ConfigFolder> {
  await mkdir(path);
  // Istio reads whatever ends in .yaml at any time, so a file gets its name once all of it is there.
  const put = async (name: string, text: string) => {
    await writeFile(join(path, "next"), text);
    await rename(join(path, "next"), join(path, name));
  };
  const write = async (files: Files, own: string) => {
    const named = Object.entries(files).map(
      ([name, text]) => [`given-${encodeURIComponent(name)}.yaml`, text] as const,
    );
    const kept = new Set(["own.yaml", ...named.map(([name]) => name)]);
    const former = (await readdir(path)).filter((name) => !kept.has(name));
    await Promise.all(former.map((name) => rm(join(path, name))));
    for (const [name, text] of named) await put(name, withNamespaces(name, text));
    await put("own.yaml", own);
  };
  return { path, write };
}
