/** The JavaScript of a package, by rolldown. */
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { root, type Package } from "../packages.ts";
import { ascii } from "./ascii.ts";
import { builtins, isReplaced } from "./builtins.ts";
import { chunks } from "./chunks.ts";
import { entryFiles, isBeside } from "./entries.ts";

/** These three may touch disk and process; all others must run in a browser as well. */
const onNode = new Set(["@dpm/workspace", "@dpm/cli", "@dpm/testing"]);

/** Writes the bundle and returns the files of third parties that went into it. */
export async function bundle(built: Package, dist: string): Promise<readonly string[]> {
  const node = onNode.has(built.manifest.name);
  const build = await rolldown({
    cwd: join(root, built.folder),
    input: entryFiles(built),
    platform: node ? "node" : "browser",
    // Elsewhere than on Node a built-in module is what its package's `browser` field puts in its place, or a mistake.
    external: (id) => isBeside(built, id) || (node && !isReplaced(id) && isBuiltin(id)),
    plugins: node ? [builtins(), ascii()] : [ascii()],
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
    codeSplitting: chunks,
    comments: { legal: false, jsdoc: false, annotation: true },
  });
  await build.close();
  const inlined = output.flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
  return inlined.filter((file) => file.includes("node_modules"));
}
