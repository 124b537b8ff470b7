import { Lexer } from "chevrotain";
import { parseProblems } from "../diagnostics/catalogue/parse.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import { Grammar } from "./grammar.ts";
import { mendStructure } from "./mend/structure.ts";
import { mendWords } from "./mend/words.ts";
import { deepest } from "./mend/values.ts";
import { collectMistakes, describeCharacter, type Mistakes } from "./mistakes.ts";
import type { Document } from "./syntax.ts";
import {
  isOpen,
  LeftBrace,
  LeftBracket,
  OpenComment,
  RightBrace,
  RightBracket,
  Stray,
  Text,
  type Token,
  vocabulary,
} from "./tokens.ts";

/** What could be understood of a file, and what could not. */
export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one file. Any text will do: what is wrong with it is reported, and what is right is kept. */
export type Parse = (source: SourceFile) => Parsed;

/** Makes a parser, which costs some milliseconds; it reads any number of files and keeps nothing of them. */
export function createParser(): Parse {
  const lexer = new Lexer([...vocabulary], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: true,
  });
  const grammar = new Grammar();
  return (source) => {
    const { name: file, text } = source;
    const mistakes = collectMistakes(source);
    const { tokens, groups } = lexer.tokenize(text);
    const docs = groups["docs"] ?? [];
    const { sound, strings } = inspect(tokens);
    let read = sound ? grammar.read({ file, text, tokens, docs }) : undefined;
    if (read?.blocks === undefined) {
      const lex = (from: number, to: number): Token[] =>
        lexer
          .tokenize(text.slice(from, to))
          .tokens.map((token) => ({ ...token, startOffset: token.startOffset + from }));
      const words = mendWords(tokens, mistakes, lex);
      const mended = mendStructure(words, mistakes, endsInside(tokens.at(-1)) ? "end" : "no");
      read = grammar.read({ file, text, tokens: mended, docs });
    }
    for (const string of strings) reportFlaws(string, mistakes);
    for (const item of read.unseparated) mistakes.report(missingComma(item));
    const blocks = read.blocks ?? [];
    return {
      document: { file, blocks },
      diagnostics: mistakes.list.toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0)),
    };
  };
}

/** Looks through all tokens once: whether the grammar can take them at all, and which strings need a word. */
function inspect(tokens: readonly Token[]): { readonly sound: boolean; readonly strings: readonly Token[] } {
  const strings: Token[] = [];
  let sound = true;
  let depth = 0;
  for (const token of tokens) {
    const { tokenType } = token;
    if (tokenType === LeftBrace || tokenType === LeftBracket) {
      if (++depth > deepest) sound = false;
    } else if (tokenType === RightBrace || tokenType === RightBracket) depth--;
    else if (tokenType === Stray || tokenType === OpenComment) sound = false;
    else if (tokenType === Text && token.payload !== undefined && "flaws" in token.payload) {
      if (isOpen(token)) sound = false;
      else if (token.payload.flaws.length > 0) strings.push(token);
    }
  }
  return { sound, strings };
}

/** True when the text ends within a comment or a string: what else is open there is no second mistake. */
function endsInside(last: Token | undefined): boolean {
  return last !== undefined && (last.tokenType === OpenComment || isOpen(last));
}

function reportFlaws({ image, startOffset, payload }: Token, { report, span }: Mistakes): void {
  if (payload === undefined || !("flaws" in payload)) return;
  for (const { type, start, end } of payload.flaws) {
    const place = span(startOffset + start, startOffset + end);
    const found = image.slice(start, end);
    if (type === "surrogate") report(parseProblems.halfCharacter({ found: describeCharacter(found) }).at(place));
    else {
      const fixes = [{ title: "write a backslash", edits: [{ span: span(place.start, place.start), text: "\\" }] }];
      report(parseProblems.badEscape({ escape: found }).at(place, { fixes }));
    }
  }
}

function missingComma(item: Span): Diagnostic {
  const place = { ...item, end: item.start };
  return parseProblems
    .missingComma()
    .at(item, { fixes: [{ title: "write a comma", edits: [{ span: place, text: ", " }] }] });
}

const shared: { parse?: Parse } = {};

/** Reads one file with the one parser of this module, which is made when it is first needed. */
export function parse(source: SourceFile): Parsed {
  shared.parse ??= createParser();
  return shared.parse(source);
}
