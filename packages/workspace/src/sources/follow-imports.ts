import { resolve } from "node:path";
import { importsOf, type Diagnostic, type SourceFile } from "@dpm/core";
import type { FoundSource } from "./find-sources.ts";
import { exists, real } from "./paths.ts";
import { readSources } from "./read-sources.ts";

export interface Followed {
  readonly found: readonly FoundSource[];
  readonly sources: readonly SourceFile[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the files, and those that they import, each once, however many ways lead to it. One that is not there is told
 * by core at the place of the import.
 */
export function followImports(wanted: readonly FoundSource[], root: string): Followed {
  const found: FoundSource[] = [];
  const sources: SourceFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>(wanted.map(({ path }) => real(path)));
  for (let next = wanted; next.length > 0;) {
    const read = readSources(next);
    found.push(...next);
    sources.push(...read.sources);
    diagnostics.push(...read.diagnostics);
    const imported: FoundSource[] = [];
    for (const name of importsOf(read.sources)) {
      const path = resolve(root, name);
      const target = real(path);
      if (seen.has(target) || !exists(path)) continue;
      seen.add(target);
      imported.push({ path, name });
    }
    next = imported;
  }
  return { found, sources, diagnostics };
}
