import { Lexer } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { reportFlaws, reportUnseparated } from "./flaws.ts";
import { Grammar } from "./grammar.ts";
import { endsInside, inspect } from "./inspect.ts";
import { mendStructure } from "./mend/structure.ts";
import { mendWords } from "./mend/words.ts";
import { collectMistakes, type Mistakes } from "./mistakes.ts";
import type { BlockNode, Document } from "./syntax.ts";
import { type Token, vocabulary } from "./tokens.ts";

/** What could be understood of a file, and what could not. */
export interface Parsed {
  readonly document: Document;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads one file. Any text will do: what is wrong with it is reported, and what is right is kept. */
export type Parse = (source: SourceFile) => Parsed;

interface Tools {
  readonly lexer: Lexer;
  readonly grammar: Grammar;
}

/** Makes a parser, which costs some milliseconds; it reads any number of files and keeps nothing of them. */
export function createParser(): Parse {
  const lexer = new Lexer([...vocabulary], {
    positionTracking: "onlyOffset",
    ensureOptimizations: true,
    skipValidations: true,
  });
  const tools = { lexer, grammar: new Grammar() };
  return (source) => {
    // A portion may have ended inside a block of a sound file: only what is unsound as a whole is mended.
    for (const size of [portion, Infinity]) {
      const sound = collectMistakes(source);
      const blocks = readSound(source, tools, sound, size);
      if (blocks) return result(source, blocks, sound);
    }
    const mistakes = collectMistakes(source);
    return result(source, readMended(source, tools, mistakes), mistakes);
  };
}

function result({ name: file }: SourceFile, blocks: readonly BlockNode[], { list }: Mistakes): Parsed {
  const diagnostics = list.toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0));
  return { document: { file, blocks }, diagnostics };
}

/** About so many characters are read at a time, so that their tokens die young: to keep those of a megabyte costs more than to make them. */
const portion = 1 << 14;

/** Reads a file whose structure is right, in portions of at least `size`; undefined when it, or a portion, is not. */
function readSound(
  { name: file, text }: SourceFile,
  { lexer, grammar }: Tools,
  mistakes: Mistakes,
  size: number,
): readonly BlockNode[] | undefined {
  const blocks: BlockNode[] = [];
  for (let base = 0; base < text.length;) {
    // Where a line begins with `}` a block ends, or else the portion does not follow the grammar and the file is read as a whole.
    const close = text.indexOf("\n}", base + size);
    const part = text.slice(base, close < 0 ? text.length : close + 2);
    const { tokens, groups } = lexer.tokenize(part);
    const { sound, flawed } = inspect(tokens);
    const read = sound ? grammar.read({ file, text: part, base, tokens, docs: groups["docs"] ?? [] }) : undefined;
    if (read?.blocks === undefined) return undefined;
    for (const block of read.blocks) blocks.push(block);
    for (const string of flawed) reportFlaws(string, base, mistakes);
    for (const item of read.unseparated) reportUnseparated(item, mistakes);
    base += part.length;
  }
  return blocks;
}

/** Reads any file: what is wrong is reported, and mended on the tokens. */
function readMended(
  { name: file, text }: SourceFile,
  { lexer, grammar }: Tools,
  mistakes: Mistakes,
): readonly BlockNode[] {
  const lex = (from: number, to: number): Token[] =>
    lexer.tokenize(text.slice(from, to)).tokens.map((token) => ({ ...token, startOffset: token.startOffset + from }));
  const { tokens, groups } = lexer.tokenize(text);
  const words = mendWords(tokens, mistakes, lex);
  const mended = mendStructure(words, mistakes, endsInside(tokens.at(-1)) ? "end" : "no");
  const { blocks, unseparated } = grammar.read({ file, text, base: 0, tokens: mended, docs: groups["docs"] ?? [] });
  for (const string of inspect(tokens).flawed) reportFlaws(string, 0, mistakes);
  for (const item of unseparated) reportUnseparated(item, mistakes);
  if (blocks === undefined && mistakes.list.length === 0)
    throw new Error("tokens without a mistake do not follow the grammar");
  return blocks ?? [];
}
