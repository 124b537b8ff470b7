import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Host } from "../plugin/host.ts";
import type { SourceFile } from "../source/source-file.ts";
import { checkImports } from "./imports.ts";
import { createParser } from "./parse.ts";
import type { Document } from "./syntax.ts";

export interface ParsedSources {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Text to syntax: `.dpm` files by dpm's own grammar, others by the first plugin that reads them, else by it too. */
export function parse(sources: readonly SourceFile[], host: Host): ParsedSources {
  const parseSource = createParser();
  const parsed = sources.map((source) => {
    if (source.name.endsWith(".dpm") || !host.hooks.parse.isUsed()) return parseSource(source);
    const collected = host.hooks.parse.collect(source);
    const theirs = collected.answers.find(({ result }) => result !== undefined)?.result;
    const bugs = host.crashes("parse", collected);
    // Whoever crashed may have been the one to read it: dpm's grammar would only find fault with it.
    const unread = { document: { file: source.name, blocks: [] }, diagnostics: [] };
    const { document, diagnostics } = theirs ?? (bugs.length > 0 ? unread : parseSource(source));
    return { document, diagnostics: [...diagnostics, ...bugs] };
  });
  const documents = parsed.map((one) => one.document);
  return { documents, diagnostics: [...parsed.flatMap((one) => one.diagnostics), ...checkImports(documents)] };
}
