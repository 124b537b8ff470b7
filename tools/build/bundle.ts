/** The JavaScript of a package, by rolldown. */
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root, type Package } from "../packages.ts";
import { entryFiles, isExternal } from "./entries.ts";

/** These three may touch disk and process; all others must run in a browser as well. */
const onNode = new Set(["@dpm/workspace", "@dpm/cli", "@dpm/testing"]);

/** Writes the bundle and returns the files of third parties that went into it. */
export async function bundle(built: Package, dist: string): Promise<readonly string[]> {
  const { name } = built.manifest;
  const build = await rolldown({
    cwd: join(root, built.folder),
    input: entryFiles(built),
    platform: onNode.has(name) ? "node" : "browser",
    external: (id) => isExternal(built, id),
    resolve: { mainFields: ["module", "main"] },
    // A package of dpm that is not declared must not slip into the bundle by its source.
    onLog(level, log, forward) {
      if (log.code === "UNRESOLVED_IMPORT") throw new Error(log.message);
      forward(level === "info" ? "debug" : level, log);
    },
  });
  const { output } = await build.write({
    dir: dist,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name]-[hash].js",
    comments: { legal: false, jsdoc: false, annotation: true },
  });
  await build.close();
  const inlined = output.flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
  return inlined.filter((file) => file.includes("node_modules"));
}
