import fs from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import type { Diagnostic } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Project } from "../load.ts";
import { git } from "./git.ts";

/** An older state of a project, in a folder of its own that lies elsewhere. */
export interface CheckedOut {
  /** The project's folder there. */
  readonly folder: string;
  /** Removes it again. */
  readonly dispose: () => Promise<void>;
}

const code = [".json", ".yaml", ".yml", ".js", ".mjs", ".cjs", ".ts"];

/**
 * Puts what a project read at a revision into a folder for temporary files: its configuration, what that may import, and
 * every file that ends as today's sources do. Neither the repository nor the project is touched.
 */
export async function checkOut(
  project: Project,
  revision: string,
): Promise<CheckedOut | { readonly problem: Diagnostic }> {
  const { root } = project;
  const home = await git(["rev-parse", "--show-prefix"], { cwd: root });
  if ("reason" in home) return { problem: problems.noHistory({ reason: home.reason }).at(undefined) };
  const prefix = home.text.replace(/\n$/, "");
  const commit = await git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`], {
    cwd: root,
  });
  if ("reason" in commit) return { problem: problems.againstMissing({ against: revision }).at(undefined) };

  const temporary = await fs.realpath(await fs.mkdtemp(join(tmpdir(), "dpm-plan-")));
  const dispose = (): Promise<void> => fs.rm(temporary, { recursive: true, force: true });
  const failed = await fill(temporary, commit.text.trim(), project, prefix).catch(async (error: unknown) => {
    await dispose();
    throw error;
  });
  if (failed === undefined) return { folder: join(temporary, "tree", prefix), dispose };
  await dispose();
  return { problem: problems.noHistory({ reason: failed }).at(undefined) };
}

/** By an index of its own, from which git makes files as it always does, line ends and filters included. */
async function fill(temporary: string, commit: string, project: Project, prefix: string): Promise<string | undefined> {
  const index = join(temporary, "index");
  const top = await git(["rev-parse", "--show-toplevel"], { cwd: project.root });
  if ("reason" in top) return top.reason;
  const cwd = top.text.replace(/\n$/, "");
  const read = await git(["read-tree", commit], { cwd, index });
  if ("reason" in read) return read.reason;
  const listed = await git(["ls-files", "-z"], { cwd, index });
  if ("reason" in listed) return listed.reason;
  const names = listed.text.split("\0").filter((name) => name !== "" && isRead(name, project, prefix));
  await fs.mkdir(join(temporary, "tree", prefix), { recursive: true });
  const input = names.map((name) => `${name}\0`).join("");
  const made = await git(["checkout-index", "-z", "--stdin", `--prefix=${join(temporary, "tree")}/`], {
    cwd,
    index,
    input,
  });
  if ("reason" in made) return made.reason;
  await linkPackages(project.root, join(temporary, "tree"));
  return undefined;
}

/** Sources may lie anywhere in the repository; a configuration, and what it imports, in the project's folder. */
function isRead(name: string, { out, inputs }: Project, prefix: string): boolean {
  const extensions = new Set([".dpm", ...inputs.map((input) => extname(input))]);
  if (!name.startsWith(prefix)) return extname(name) === ".dpm";
  const own = name.slice(prefix.length);
  if (own.startsWith(`${out}/`) || own.split("/").includes("node_modules")) return false;
  return basename(own) === ".dpmrc" || extensions.has(extname(own)) || code.includes(extname(own));
}

/** A configuration that is a module may import what is installed. */
async function linkPackages(folder: string, tree: string): Promise<void> {
  const installed = join(folder, "node_modules");
  const isThere = await fs.stat(installed).then(
    () => true,
    () => false,
  );
  if (isThere) return fs.symlink(installed, join(tree, "node_modules"), "junction");
  const parent = dirname(folder);
  return parent === folder ? undefined : linkPackages(parent, tree);
}
