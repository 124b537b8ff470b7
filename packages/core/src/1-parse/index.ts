import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { crashes, type Host } from "../plugin/host.ts";
import type { SourceFile } from "../source/source-file.ts";
import { createParser } from "./parse.ts";
import type { Document } from "./syntax.ts";

export interface ParsedSources {
  readonly documents: readonly Document[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Text to syntax: `.dpm` files by dpm's own grammar, others by the first plugin that reads them. */
export function parse(sources: readonly SourceFile[], host: Host): ParsedSources {
  const parseSource = createParser();
  const parsed = sources.map((source) => {
    const collected = source.name.endsWith(".dpm") ? undefined : host.hooks.parse.collect(source);
    const theirs = collected?.answers.find(({ result }) => result !== undefined)?.result;
    const { document, diagnostics } = theirs ?? parseSource(source);
    return { document, diagnostics: [...diagnostics, ...(collected ? crashes("parse", collected) : [])] };
  });
  return { documents: parsed.map((one) => one.document), diagnostics: parsed.flatMap((one) => one.diagnostics) };
}
