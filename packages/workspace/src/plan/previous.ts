import fs from "node:fs/promises";
import { relative, resolve } from "node:path";
import { compile, type Compilation, type Diagnostic, type SourceFile } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { load, type LoadOptions, type Project } from "../load.ts";
import { checkOut } from "./check-out.ts";

/** The model that another one is compared with. */
export interface Previous {
  readonly compilation: Compilation;
  readonly sources: readonly SourceFile[];
}

type Result = Previous | { readonly problem: Diagnostic };

/** Where nothing of the project was there yet, everything is new. */
const ofAbsence = new Set(["workspace/config-missing", "workspace/input-missing", "workspace/input-unmatched"]);

/**
 * Reads the model that `against` means: a file with today's configuration, a folder with its own, else a revision of the
 * repository. The plugins are those of today, so that what differs is the model and not dpm.
 */
export async function previous(against: string, project: Project, options: LoadOptions): Promise<Result> {
  const cwd = resolve(options.cwd ?? ".");
  const path = resolve(cwd, against);
  const stats = await fs.stat(path).catch(() => undefined);
  const { root, config } = project;
  if (stats?.isFile()) return compiled(against, { ...options, ...configOf(root, config), files: [path] });
  const at = (folder: string, from: string): LoadOptions => ({
    ...options,
    ...(options.config !== undefined && configOf(folder, config)),
    cwd: resolve(folder, from),
    pluginsFrom: root,
  });
  if (stats?.isDirectory()) return compiled(against, at(path, "."));
  const tree = await checkOut(project, against);
  if ("problem" in tree) return tree;
  try {
    const from = relative(root, await fs.realpath(cwd));
    const inside = resolve(tree.folder, from);
    await fs.mkdir(inside, { recursive: true });
    return await compiled(against, at(tree.folder, from));
  } finally {
    await tree.dispose();
  }
}

function configOf(folder: string, config: string | undefined): Pick<LoadOptions, "config"> {
  return config === undefined ? {} : { config: resolve(folder, config) };
}

async function compiled(against: string, options: LoadOptions): Promise<Result> {
  const { input, sources, diagnostics } = await load(options);
  const errors = errorsOf(diagnostics);
  if (!input && errors.every(({ code }) => ofAbsence.has(code)))
    return { compilation: compile({ sources: [] }), sources };
  const compilation = input && compile(input);
  const all = [...errors, ...errorsOf(compilation?.diagnostics ?? [])];
  if (compilation && all.length === 0) return { compilation, sources };
  const codes = [...new Set(all.map(({ code }) => `\`${code}\``))];
  return { problem: problems.againstBroken({ against, codes }).at(undefined) };
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter((one) => one.severity === "error");
}
