import { existsSync, readFileSync } from "node:fs";
import { createRequire, findPackageJSON } from "node:module";
import { dirname, join } from "node:path";

/** The page of a code, where the package that owns it brings one. */
export function pageOf(code: string, root: string): string | undefined {
  const [owner = "", slug = ""] = code.split("/");
  const page = foldersOf(owner, root)
    .map((folder) => join(folder, "diagnostics", `${slug}.md`))
    .find((one) => existsSync(one));
  return page === undefined ? undefined : readFileSync(page, "utf8");
}

/** dpm's own packages lie beside this one, a plugin is found from the project. */
function foldersOf(owner: string, root: string): readonly string[] {
  const own = owner === "cli" ? [find("..", import.meta.url)] : [find(`@dpm/${owner}`, import.meta.url)];
  const project = createRequire(join(root, "package.json"));
  const plugins = [`@dpm/plugin-${owner}`, `dpm-plugin-${owner}`].map((name) => {
    try {
      return find("..", project.resolve(name));
    } catch {
      return undefined;
    }
  });
  return [...own, ...plugins].flatMap((manifest) => (manifest === undefined ? [] : [dirname(manifest)]));
}

function find(specifier: string, from: string): string | undefined {
  try {
    return findPackageJSON(specifier, from);
  } catch {
    return undefined;
  }
}
