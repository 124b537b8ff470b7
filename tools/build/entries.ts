/** What of a package is public, and what it leaves to be installed beside it. */
import { basename } from "node:path";
import { codeEntries, type Package } from "../packages.ts";

/** The source of each file that `exports` and the published `bin` promise, by its name in dist without ending. */
export function entryFiles({ manifest }: Package): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const [, entry] of codeEntries(manifest)) {
    files[entry.default.replace(/^\.\/dist\//, "").replace(/\.js$/, "")] = entry["@dpm/source"];
  }
  for (const bin of Object.values(manifest.publishConfig?.bin ?? {})) {
    const name = basename(bin, ".js");
    files[name] = `./src/${name}.ts`;
  }
  return files;
}

/** Whether a module comes from a package that users install beside this one, or from this one itself. */
export function isDeclared({ manifest }: Package, id: string): boolean {
  const name = packageName(id);
  const { dependencies = {}, peerDependencies = {} } = manifest;
  return (
    name !== undefined && [manifest.name, ...Object.keys(dependencies), ...Object.keys(peerDependencies)].includes(name)
  );
}

/** Whether it is installed with this one for sure: an optional peer gives types, and what is used of it is bundled. */
export function isBeside(built: Package, id: string): boolean {
  const { peerDependenciesMeta = {} } = built.manifest;
  return isDeclared(built, id) && peerDependenciesMeta[packageName(id) ?? ""]?.optional !== true;
}

/** `@scope/name/deep` is of `@scope/name`; a path is of nothing. */
export function packageName(id: string): string | undefined {
  return /^(@[^/]+\/[^/]+|[^./@\\][^/]*)/.exec(id)?.[1];
}
