/** Copies the template of a plugin under a name of its own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const template = join(import.meta.dirname, "template");
const placeholder = /__target__/g;

/** Why a name cannot be a target's, as a sentence; nothing when it can. */
export function nameProblem(target: string, folder: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(target)) {
    return `\`${target}\` is no name for a target: expected lower-case words joined by hyphens, such as \`api-gateway\``;
  }
  if (existsSync(folder)) return `${folder} is there already`;
  return undefined;
}

/** Makes the folder of a plugin and gives the files in it, relative to it. */
export function makePlugin(target: string, folder: string): readonly string[] {
  const files = readdirSync(template, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(template, join(entry.parentPath, entry.name)))
    .toSorted();
  const named = (text: string): string => text.replace(placeholder, target);
  for (const file of files) {
    const made = join(folder, named(file));
    mkdirSync(dirname(made), { recursive: true });
    writeFileSync(made, named(readFileSync(join(template, file), "utf8")));
  }
  return files.map(named);
}
