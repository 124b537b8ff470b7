import fs from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The repository that a folder belongs to: the nearest one upwards that has `.git`; `undefined` outside of any. */
export function repositoryOf(folder: string): string | undefined {
  if (fs.existsSync(join(folder, ".git"))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

/** A folder as its repository names it, with `/`; empty for the repository itself, and outside of any. */
export function nameInRepository(folder: string): string {
  const repository = repositoryOf(folder);
  return repository === undefined ? "" : relative(repository, folder).split(sep).join("/");
}
