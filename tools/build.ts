/**
 * `node tools/build.ts <package folder>`: makes the package's dist from nothing. One file per public entry, what the
 * package declares as dependency or peer stays an import, every other third party is bundled with its licence.
 */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "./build/bundle.ts";
import { declare } from "./build/declarations.ts";
import { load } from "./build/load.ts";
import { writeLicences } from "./build/licences.ts";
import { packageAt, root } from "./packages.ts";

const folder = (process.argv[2] ?? "").replace(/\/$/, "");
const dist = join(root, folder, "dist");

try {
  const built = packageAt(folder);
  // A file that is left from an earlier build would be published.
  rmSync(dist, { recursive: true, force: true });
  writeLicences(await bundle(built, dist), dist);
  await declare(built, dist);
  await load(built, dist);
} catch (error) {
  // Half a build must not be packed.
  rmSync(dist, { recursive: true, force: true });
  process.stderr.write(
    `${folder || "no package"} was not built: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}
