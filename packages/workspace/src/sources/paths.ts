import fs from "node:fs/promises";

export async function exists(path: string): Promise<boolean> {
  return (await fs.stat(path).catch(() => undefined)) !== undefined;
}

/** Where a path leads, through links; one that leads nowhere is itself. */
export async function real(path: string): Promise<string> {
  return fs.realpath(path).catch(() => path);
}
