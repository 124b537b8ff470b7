import { Lexer } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { Grammar } from "./grammar.ts";
import type { Document } from "./syntax.ts";
import { vocabulary } from "./tokens.ts";

/** What could be understood of a file, and what could not. */
export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

export type Parse = (source: SourceFile) => Parsed;

export function createParser(): Parse {
  const lexer = new Lexer([...vocabulary], { positionTracking: "onlyOffset", ensureOptimizations: true, skipValidations: true });
  const grammar = new Grammar();
  return ({ name, text }) => {
    const { tokens, groups } = lexer.tokenize(text);
    const read = grammar.read({ file: name, text, tokens, docs: groups["docs"] ?? [] });
    return { document: { file: name, blocks: read.blocks ?? [] }, diagnostics: [] };
  };
}
