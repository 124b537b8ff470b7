import fs from "node:fs";
import { basename, dirname, relative, resolve, sep } from "node:path";
import { suggest, type Diagnostic } from "@dpm/core";
import type { Spanned } from "../config/read-config.ts";
import { phrases, problems } from "../diagnostics.ts";
import { exists, real } from "./paths.ts";

/** A file to read: its absolute path, and where it was asked for. */
export interface FoundSource {
  readonly path: string;
  /** From the project's folder, with `/`. */
  readonly name: string;
}

export interface FoundSources {
  readonly found: readonly FoundSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Finds the files that names and patterns mean, from `folder`; `!` before a pattern takes files out. Sorted by name,
 * each file once, however it is reached. Names are from `root`.
 */
export function findSources(wanted: readonly Spanned[], folder: string, root: string): FoundSources {
  const paths: string[] = [];
  const out = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const one of wanted) {
    const literal = resolve(folder, one.text);
    if (one.text.startsWith("!")) for (const path of matching(one.text.slice(1), folder)) out.add(real(path));
    else if (exists(literal)) paths.push(literal);
    else if (!isPattern(one.text)) diagnostics.push(missing(one, literal));
    else {
      const matches = matching(one.text, folder);
      if (matches.length === 0)
        diagnostics.push(problems.inputUnmatched({ pattern: one.text, folder: nameFrom(root, folder) }).at(one.span));
      paths.push(...matches);
    }
  }
  const named = paths
    .map((path) => ({ path, name: nameFrom(root, path) }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  const found: FoundSource[] = [];
  for (const one of named) {
    const target = real(one.path);
    if (!out.has(target)) found.push(one);
    out.add(target);
  }
  return { found, diagnostics };
}

function isPattern(text: string): boolean {
  return /[*?{}[\]]/.test(text);
}

function matching(pattern: string, folder: string): readonly string[] {
  const simple = /^\*(\.[\w.-]+)$/.exec(pattern)?.[1];
  if (simple !== undefined) {
    const entries = fs.readdirSync(folder, { withFileTypes: true });
    const names = entries.filter(
      (entry) => !entry.isDirectory() && entry.name.endsWith(simple) && !entry.name.startsWith("."),
    );
    return names.map((entry) => resolve(folder, entry.name));
  }
  const exclude = (path: string): boolean => basename(path) === "node_modules";
  return fs
    .globSync(pattern.split(sep).join("/"), { cwd: folder, exclude })
    .map((path) => resolve(folder, path))
    .filter((path) => fs.statSync(path, { throwIfNoEntry: false })?.isFile());
}

function missing({ text, span }: Spanned, path: string): Diagnostic {
  const near = suggest(basename(path), namesIn(dirname(path)));
  const label = near === undefined ? {} : { label: phrases.didYouMean({ near }) };
  const help =
    near === undefined
      ? {}
      : { help: phrases.writeIfMeant({ near: text.slice(0, text.length - basename(path).length) + near }) };
  return problems.inputMissing({ path: text }).at(span, { ...label, ...help });
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch {
    return [];
  }
}

function nameFrom(root: string, path: string): string {
  const name = relative(root, path).split(sep).join("/");
  return name === "" ? "." : name;
}
