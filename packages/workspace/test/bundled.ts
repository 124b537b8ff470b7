import { join } from "node:path";
import { rolldown } from "rolldown";
import { temporaryFolder } from "./temporary-folder.ts";

/** A script of this folder as one file, since a process that is started a hundred times must start fast. */
export async function bundled(script: string): Promise<string> {
  const file = join(temporaryFolder(), "script.mjs");
  const bundle = await rolldown({
    input: join(import.meta.dirname, script),
    platform: "node",
    resolve: { conditionNames: ["@dpm/source", "import", "node", "default"] },
    treeshake: { moduleSideEffects: false },
  });
  await bundle.write({ file, format: "esm", codeSplitting: false });
  await bundle.close();
  return file;
}
