import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Need, Workbench } from "./engine.ts";

/** Debian's own tools: an engine from a package needs no more. */
export const debian: Need = {
  probe: ["apt-get", "--version"],
  install: "use Debian 12, or a system with its apt-get and dpkg",
};

/**
 * Downloads packages and unpacks them into a folder without installing them: no service starts, and no root is needed
 * unless the package lists have to be fetched first. Gives each package's full version.
 */
export async function unpack(
  bench: Workbench,
  packages: readonly string[],
  into: string,
): Promise<Map<string, string>> {
  const downloads = join(bench.into, "debs");
  await mkdir(downloads, { recursive: true });
  const download = () =>
    bench.run("apt-get", ["download", "-q", "-o", "APT::Sandbox::User=root", ...packages], { cwd: downloads });
  await download().catch(async () => {
    await bench.run("apt-get", ["update", "-q"]);
    await download();
  });
  const versions = new Map<string, string>();
  for (const file of await readdir(downloads)) {
    await bench.run("dpkg", ["-x", join(downloads, file), into]);
    const [name = "", version = ""] = decodeURIComponent(file).split("_");
    versions.set(name, version);
  }
  await rm(downloads, { recursive: true });
  return versions;
}
