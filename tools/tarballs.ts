/** `npm run tarballs`: builds every publishable package and packs it into `tarballs/`, as it would be published. */
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildAll } from "./build/build-all.ts";
import { publishable, root } from "./packages.ts";
import { must, pnpm, run } from "./program.ts";

const folder = join(root, "tarballs");

await buildAll();
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const packed = publishable();
const filters = packed.map(({ manifest }) => `--filter=${manifest.name}`);
must("packing", await pnpm(["--recursive", ...filters, "pack", "--pack-destination", folder]));

const tarballs = readdirSync(folder).toSorted();
if (tarballs.length !== packed.length) throw new Error(`${packed.length} packages gave ${tarballs.length} tarballs`);
for (const tarball of tarballs) {
  const file = join(folder, tarball);
  must(tarball, await run("publint", ["run", file, "--strict"]));
  const { output } = await run("tar", ["-xzOf", file, "package/package.json"]);
  const leak = /"(?:workspace|catalog):[^"]*"|@dpm\/source/.exec(output);
  if (leak) throw new Error(`${tarball} holds ${leak[0]}, which means nothing outside this repository`);
  process.stdout.write(`tarballs/${tarball}\n`);
}
