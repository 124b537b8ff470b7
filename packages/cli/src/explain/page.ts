import { existsSync, readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { PluginModule } from "@dpm/workspace";

/** The page of a code, where the package that owns it brings one. */
export function pageOf(code: string, plugins: readonly PluginModule[]): string | undefined {
  const [owner = "", slug = ""] = code.split("/");
  const page = foldersOf(owner, plugins)
    .map((folder) => join(folder, "diagnostics", `${slug}.md`))
    .find((one) => existsSync(one));
  return page === undefined ? undefined : readFileSync(page, "utf8");
}

/** dpm's own packages lie beside this one; a plugin's pages in its package, or beside a module that belongs to none. */
function foldersOf(owner: string, plugins: readonly PluginModule[]): readonly string[] {
  const own = owner === "cli" ? find("..", import.meta.url) : find(`@dpm/${owner}`, import.meta.url);
  const files = plugins.filter(({ plugin }) => plugin.diagnostics?.catalogue.owner === owner).map(({ file }) => file);
  const manifests = [own, ...files.map((file) => find("..", pathToFileURL(file).href))];
  return [...files, ...manifests.filter((one) => one !== undefined)].map((file) => dirname(file));
}

function find(specifier: string, from: string): string | undefined {
  try {
    return findPackageJSON(specifier, from);
  } catch {
    return undefined;
  }
}
