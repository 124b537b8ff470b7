import type { ILexingResult, IToken, Lexer } from "chevrotain";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourceFile } from "../source/source-file.ts";
import { reportFlaws, reportStray, reportUnseparated } from "./flaws.ts";
import { Grammar, type Tokenized } from "./grammar.ts";
import { endsInside, inspect } from "./inspect.ts";
import { createLexer } from "./lexer.ts";
import { nest } from "./nest.ts";
import { mendStructure } from "./mend/structure.ts";
import { mendWords } from "./mend/words.ts";
import { collectMistakes, type Mistakes } from "./mistakes.ts";
import type { BlockNode, Document, FieldNode, Name } from "./syntax.ts";
import { endOf, type Token } from "./tokens.ts";
import { argumentsOf } from "./words.ts";

type Groups = ILexingResult["groups"];

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
  const tools = { lexer: createLexer(), grammar: new Grammar() };
  return (source) => {
    // A portion may have ended inside a block of a sound file: only what is unsound as a whole is mended.
    for (const size of [portion, Infinity]) {
      const sound = collectMistakes(source);
      const read = readSound(source, tools, sound, size);
      if (read) return result(source, read, sound);
    }
    const mistakes = collectMistakes(source);
    return result(source, readMended(source, tools, mistakes), mistakes);
  };
}

/** What a file contains. */
type Content = Pick<Document, "blocks"> &
  Required<Pick<Document, "imports" | "constants">> & { readonly expands: boolean };

function result(
  { name: file }: SourceFile,
  { blocks, imports, constants, expands }: Content,
  { list }: Mistakes,
): Parsed {
  const diagnostics = list.toSorted((one, other) => (one.span?.start ?? 0) - (other.span?.start ?? 0));
  const document: Document = {
    file,
    ...(imports.length > 0 && { imports }),
    ...(constants.length > 0 && { constants }),
    blocks,
    ...((expands || constants.length > 0) && { expands: true }),
  };
  return { document, diagnostics };
}

/** About so many characters are read at a time, so that their tokens die young: to keep those of a megabyte costs more than to make them. */
const portion = 1 << 14;

/** Reads a file whose structure is right, in portions of at least `size`; undefined when it, or a portion, is not. */
function readSound(
  { name: file, text }: SourceFile,
  { lexer, grammar }: Tools,
  mistakes: Mistakes,
  size: number,
): Content | undefined {
  const blocks: BlockNode[] = [];
  const imports: Name[] = [];
  const constants: FieldNode[] = [];
  let expands = false;
  for (let base = 0; base < text.length;) {
    // Where a line begins with `}` a block ends, or else the portion does not follow the grammar and the file is read as a whole.
    const close = text.indexOf("\n}", base + size);
    const part = text.slice(base, close < 0 ? text.length : close + 2);
    const { tokens, groups } = lexer.tokenize(part);
    const { sound, flawed, nests } = inspect(tokens);
    const nested = nests ? nest(tokens) : tokens;
    const read = sound ? grammar.read({ file, text: part, base, tokens: nested, ...marginsOf(groups) }) : undefined;
    if (read?.blocks === undefined) return undefined;
    for (const block of read.blocks) blocks.push(block);
    for (const constant of read.constants) constants.push(constant);
    expands ||= read.expands;
    for (const one of groups["imports"] ?? []) imports.push(importOf(one, file, base));
    for (const string of flawed) reportFlaws(string, base, mistakes);
    for (const item of read.unseparated) reportUnseparated(item, mistakes);
    for (const one of read.stray) reportStray(one, mistakes);
    base += part.length;
  }
  return { blocks, imports, constants, expands };
}

/** What the lexer keeps apart from the tokens. */
function marginsOf(groups: Groups): Pick<Tokenized, "docs" | "annotations"> {
  return { docs: groups["docs"] ?? [], annotations: groups["annotations"] ?? [] };
}

function importOf(token: IToken, file: string, base: number): Name {
  const start = base + token.startOffset + token.image.indexOf('"');
  return { text: argumentsOf(token.image)[0] ?? "", span: { file, start, end: base + endOf(token) } };
}

/** Reads any file: what is wrong is reported, and mended on the tokens. */
function readMended({ name: file, text }: SourceFile, { lexer, grammar }: Tools, mistakes: Mistakes): Content {
  const lex = (from: number, to: number): Token[] =>
    lexer.tokenize(text.slice(from, to)).tokens.map((token) => ({ ...token, startOffset: token.startOffset + from }));
  const { tokens, groups } = lexer.tokenize(text);
  const words = mendWords(tokens, mistakes, lex);
  const mended = mendStructure(nest(words), mistakes, endsInside(tokens.at(-1)) ? "end" : "no");
  const source = { file, text, base: 0, tokens: mended, ...marginsOf(groups) };
  const { blocks, constants, expands, unseparated, stray } = grammar.read(source);
  for (const string of inspect(tokens).flawed) reportFlaws(string, 0, mistakes);
  for (const item of unseparated) reportUnseparated(item, mistakes);
  for (const one of stray) reportStray(one, mistakes);
  if (blocks === undefined && mistakes.list.length === 0)
    throw new Error("tokens without a mistake do not follow the grammar");
  const imports = (groups["imports"] ?? []).map((one) => importOf(one, file, 0));
  return { blocks: blocks ?? [], imports, constants, expands };
}
