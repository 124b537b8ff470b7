import type { IToken, TokenType } from "chevrotain";
import type { SourceFile, Span } from "../source/source-file.ts";
import { lineEnd, startsComment } from "./characters.ts";
import { createLexer } from "./lexer.ts";
import { createParser, type Parsed } from "./parse.ts";
import {
  Annotation,
  Call,
  Colon,
  Comma,
  Constant,
  Doc,
  endOf,
  Import,
  LeftBrace,
  LeftBracket,
  Let,
  Numeral,
  Raw,
  RightBrace,
  RightBracket,
  Text,
  Use,
  Word,
} from "./tokens.ts";

/** What a token is. `let`, `raw` and `use` have their name with them, `import` and a call their string. */
export type SyntaxTokenType =
  | ("{" | "}" | "[" | "]" | ":" | ",")
  | ("word" | "string" | "number" | "constant" | "call")
  | ("let" | "raw" | "use" | "import" | "annotation")
  | ("doc" | "comment");

/** A piece of the text that is no white space, as written. */
export interface SyntaxToken {
  readonly type: SyntaxTokenType;
  readonly text: string;
  readonly span: Span;
}

/** A file with everything that is written in it. */
export interface Syntax extends Parsed {
  /** In the order of the text, comments too. Between two there is white space only, where no diagnostic is an error. */
  readonly tokens: readonly SyntaxToken[];
}

const types: ReadonlyMap<TokenType, SyntaxTokenType> = new Map<TokenType, SyntaxTokenType>([
  [LeftBrace, "{"],
  [RightBrace, "}"],
  [LeftBracket, "["],
  [RightBracket, "]"],
  [Colon, ":"],
  [Comma, ","],
  [Word, "word"],
  [Text, "string"],
  [Numeral, "number"],
  [Constant, "constant"],
  [Call, "call"],
  [Let, "let"],
  [Raw, "raw"],
  [Use, "use"],
  [Import, "import"],
  [Annotation, "annotation"],
  [Doc, "doc"],
]);

/** Reads one file for a tool that needs the text as it is written: a formatter, an editor. */
export type ReadSyntax = (source: SourceFile) => Syntax;

/** Makes a reader, which costs some milliseconds; it reads any number of files and keeps nothing of them. */
export function createSyntaxReader(): ReadSyntax {
  const lexer = createLexer();
  const parse = createParser();
  return (source) => {
    const { tokens, groups } = lexer.tokenize(source.text);
    const lexed = [tokens, ...Object.values(groups)].flat().sort((one, other) => one.startOffset - other.startOffset);
    return { ...parse(source), tokens: withComments(source, lexed) };
  };
}

function withComments(source: SourceFile, lexed: readonly IToken[]): readonly SyntaxToken[] {
  const { name: file, text } = source;
  const tokens: SyntaxToken[] = [];
  let end = 0;
  for (const token of lexed) {
    const type = types.get(token.tokenType);
    if (type === undefined) continue;
    tokens.push(...commentsIn(source, end, token.startOffset));
    end = endOf(token);
    tokens.push({ type, text: token.image, span: { file, start: token.startOffset, end } });
  }
  return [...tokens, ...commentsIn(source, end, text.length)];
}

/** The comments between two tokens: the lexer leaves them out, and nothing else stands there but white space. */
function commentsIn({ name: file, text }: SourceFile, from: number, to: number): readonly SyntaxToken[] {
  const found: SyntaxToken[] = [];
  for (let at = from; at < to; at++) {
    if (!startsComment(text, at)) continue;
    const close = text.indexOf("*/", at + 2);
    const end = text[at + 1] === "/" ? lineEnd(text, at) : close < 0 ? to : close + 2;
    found.push({ type: "comment", text: text.slice(at, end), span: { file, start: at, end } });
    at = end - 1;
  }
  return found;
}
