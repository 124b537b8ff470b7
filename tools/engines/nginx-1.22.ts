import { chmod, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { debian, unpack } from "./debian.ts";
import type { Engine, Workbench } from "./engine.ts";

const VERSION = "1.22.1";
const BINARY = "usr/sbin/nginx";

/** The shared libraries of Debian's binary that a small system may lack, and the packages that bring them. */
const LIBRARIES: Readonly<Record<string, string>> = {
  "libcrypt.so.1": "libcrypt1",
  "libcrypto.so.3": "libssl3",
  "libpcre2-8.so.0": "libpcre2-8-0",
  "libssl.so.3": "libssl3",
  "libz.so.1": "zlib1g",
};

/** nginx as Debian 12 has it (the parts of `nginx-light`), unpacked rather than installed. */
export const nginx122: Engine = {
  name: "nginx-1.22",
  version: VERSION,
  recipe: ["nginx-1.22.ts", "debian.ts"],
  needs: [debian],
  async install(bench) {
    const versions = await unpack(bench, ["nginx", "nginx-common", "libnginx-mod-http-echo"], bench.into);
    const version = versions.get("nginx") ?? "nothing";
    if (!version.startsWith(`${VERSION}-`))
      throw new Error(`apt-get has nginx ${version}, not ${VERSION}: not Debian 12?`);
    await keepFilesBelowPrefix(join(bench.into, BINARY));
    await bringLibraries(bench);
    await bench.run(join(bench.into, BINARY), ["-v"]);
    return { version, paths: { nginx: BINARY, configs: "etc/nginx" } };
  },
};

/**
 * Debian's binary opens its default access log and temporary folders below /var, which only an installed package has.
 * A path of the same length makes them relative to the prefix (`-p`), as in upstream's own builds.
 */
async function keepFilesBelowPrefix(binary: string): Promise<void> {
  const program = await readFile(binary);
  for (const folder of ["/var/lib/nginx/", "/var/log/nginx/"]) {
    const below = Buffer.from(`.${"/".repeat(folder.length - 1)}`);
    for (let at = program.indexOf(folder); at !== -1; at = program.indexOf(folder, at)) below.copy(program, at);
  }
  await writeFile(binary, program);
}

/** Unpacks the libraries that the system lacks beside the binary, and puts a launcher in its place that finds them. */
async function bringLibraries(bench: Workbench): Promise<void> {
  const linked = await bench.run("ldd", [join(bench.into, BINARY)]);
  const missing = [...linked.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = ""]) => library);
  if (missing.length === 0) return;
  const packages = new Set(missing.map((library) => LIBRARIES[library] ?? library));
  await unpack(bench, [...packages], bench.into);
  const binary = join(bench.into, BINARY);
  await rename(binary, `${binary}.bin`);
  // The architecture's folder (usr/lib/x86_64-linux-gnu) differs by machine, so the launcher looks in all of them.
  const folders = '"$root"/usr/lib/*-linux-gnu "$root"/lib/*-linux-gnu';
  const launcher = `#!/bin/sh
root=$(dirname "$0")/../..
for folder in ${folders}; do LD_LIBRARY_PATH="$folder\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"; done
export LD_LIBRARY_PATH
exec "$0.bin" "$@"
`;
  await writeFile(binary, launcher);
  await chmod(binary, 0o755);
}
