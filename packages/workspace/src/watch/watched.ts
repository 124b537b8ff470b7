import fs from "node:fs";
import { basename, dirname, extname, join, relative, resolve, sep } from "node:path";
import type { PluginModule } from "../plugins/load-plugin.ts";
import type { Project } from "../load.ts";

/** What a run went by. All paths are absolute. */
export interface Watched {
  /** The project's folder, in which a configuration or a source may appear. */
  readonly root: string;
  /** What was written, where nothing is of interest. */
  readonly out: string;
  readonly files: readonly string[];
  /** Folders of the project's own plugins, in which any code counts. */
  readonly code: readonly string[];
}

/** What a run went by: sources, configuration, plugins of the project itself, and whatever else the caller names. */
export function watchedBy(
  { root, out, config, inputs }: Project,
  plugins: readonly PluginModule[],
  more: readonly string[] = [],
): Watched {
  const own = plugins.map(({ file }) => file).filter((file) => !file.split(sep).includes("node_modules"));
  const files = [...(config === undefined ? [] : [resolve(root, config)]), ...inputs, ...own, ...more];
  return {
    root,
    out: resolve(root, out),
    files: [...new Set(files)],
    code: [...new Set(own.map((file) => dirname(file)))],
  };
}

/** The folders in which something may happen that counts. */
export function foldersOf({ root, files, code }: Watched): readonly string[] {
  return [...new Set([root, ...files.map((file) => dirname(file)), ...code])];
}

const codeExtensions = new Set([".ts", ".js", ".mjs", ".cjs", ".json"]);

/** Whether a change of this path may change what a run says. */
export function counts(watched: Watched, path: string): boolean {
  const { root, out, files, code } = watched;
  if (files.includes(path) || foldersOf(watched).includes(path)) return true;
  const name = basename(path);
  if (path === out || path.startsWith(out + sep) || name === "node_modules") return false;
  if (dirname(path) === root && /^(?:\.dpmrc|dpm\.config\.)/.test(name)) return !name.endsWith("~");
  if (name.startsWith(".")) return false;
  if (code.includes(dirname(path)) && codeExtensions.has(extname(name))) return true;
  if ([".dpm", ...files.map((file) => extname(file))].includes(extname(name)) && !codeExtensions.has(extname(name)))
    return true;
  // A new folder may be one that a pattern means.
  return extname(name) === "" && fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** How a person names a path. */
export function shortName({ root }: Watched, path: string): string {
  return relative(root, path).split(sep).join("/") || join(".");
}
