/** What of a package is public, and what it leaves to be installed beside it. */
import { builtinModules } from "node:module";
import { basename } from "node:path";
import type { Package } from "../packages.ts";

/** The source of each file that `exports` and the published `bin` promise, by its name in dist without ending. */
export function entryFiles({ manifest }: Package): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const entry of Object.values(manifest.exports ?? {})) {
    files[entry.default.replace(/^\.\/dist\//, "").replace(/\.js$/, "")] = entry["@dpm/source"];
  }
  for (const bin of Object.values(manifest.publishConfig?.bin ?? {})) {
    const name = basename(bin, ".js");
    files[name] = `./src/${name}.ts`;
  }
  return files;
}

export function isExternal({ manifest }: Package, id: string): boolean {
  if (id.startsWith("node:") || builtinModules.includes(id)) return true;
  const name = packageName(id);
  return [
    manifest.name,
    ...Object.keys(manifest.dependencies ?? {}),
    ...Object.keys(manifest.peerDependencies ?? {}),
  ].some((declared) => declared === name);
}

/** `@scope/name/deep` is of `@scope/name`; a path is of nothing. */
export function packageName(id: string): string | undefined {
  return /^(@[^/]+\/[^/]+|[^./@\\][^/]*)/.exec(id)?.[1];
}
