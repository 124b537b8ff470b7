/** Whether what was built can be imported at all: a bundle that asks for a module in vain says so only then. */
import { join } from "node:path";
import { codeEntries, type Package } from "../packages.ts";
import { run } from "../program.ts";

const program = "await import(process.argv[1]);";

/** Imports every entry of `exports` in a Node that knows no sources. */
export async function load({ manifest, folder }: Package, dist: string): Promise<void> {
  for (const [, entry] of codeEntries(manifest)) {
    const file = join(dist, "..", entry.default);
    const { code, output } = await run(process.execPath, ["--input-type=module", "--eval", program, file]);
    if (code !== 0) throw new Error(`${folder}/${entry.default} cannot be imported\n${output}`);
  }
}
