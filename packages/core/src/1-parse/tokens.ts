import {
  createToken,
  type CustomPatternMatcherReturn,
  type ITokenConfig,
  Lexer,
  type IToken,
  type TokenType,
} from "chevrotain";
import {
  blankEnd,
  endsToken,
  isDigit,
  isLineBreak,
  lineEnd,
  numberEnd,
  otherQuotes,
  lookalikes,
  startsComment,
  startsWord,
  wordEnd,
} from "./characters.ts";
import { plainStringEnd, type Reading, readString } from "./strings.ts";
import { annotationEnd, callEnd, constantEnd, importEnd, letEnd, rawEnd, useEnd } from "./words.ts";

/** A token with what its scanner, or the mending of mistakes, knows beyond its text. */
export interface Token extends IToken {
  readonly payload?: Reading | Incomplete | Header;
}

/** On the header of a nested block: its words. */
export interface Header {
  readonly kind: Token;
  readonly name: Token;
}

/** On an opening brace: some of what follows it could not be read. */
export interface Incomplete {
  readonly incomplete: true;
}

/** The end of the token that begins at `at`, or `at` when none of this type does. */
type Scanner = (text: string, at: number) => number;

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_"];
const digits = [..."0123456789"];
// The lexer sorts characters beyond Latin-1 into classes of 255; one of each class stands for all.
const beyondAscii = [...range(128, 256, 1), ...range(256, 0x10000, 255), 0xffff];

export const Space = createToken({ name: "Space", pattern: /[ \t\r\n]+/, group: Lexer.SKIPPED });
/** White space that is rarer: the full-width space, the no-break space, the byte order mark. */
export const Blank = scanned("Blank", [11, 12, ...beyondAscii], blankEnd, { group: Lexer.SKIPPED });
export const LeftBrace = createToken({ name: "LeftBrace", pattern: "{" });
export const RightBrace = createToken({ name: "RightBrace", pattern: "}" });
export const LeftBracket = createToken({ name: "LeftBracket", pattern: "[" });
export const RightBracket = createToken({ name: "RightBracket", pattern: "]" });
export const Colon = createToken({ name: "Colon", pattern: ":" });
export const Comma = createToken({ name: "Comma", pattern: "," });

/** What an item of a group begins with. */
export const Item = createToken({ name: "Item", pattern: Lexer.NA });
/** What a key or a block's name may be. */
export const Naming = createToken({ name: "Naming", pattern: Lexer.NA, categories: [Item] });

/** `import "file"`. Neither the grammar nor the mending of mistakes sees it. */
export const Import = scanned("Import", ["i"], importEnd, { group: "imports" });
/** `@name("...")`, as the comments that are for the reader. */
export const Annotation = scanned("Annotation", ["@"], annotationEnd, { group: "annotations" });
/** `let name`, before its colon. */
export const Let = scanned("Let", ["l"], letEnd, { categories: [Item] });
/** `raw target`, before its brace. */
export const Raw = scanned("Raw", ["r"], rawEnd, { categories: [Item] });
/** `use template`. */
export const Use = scanned("Use", ["u"], useEnd, { categories: [Item] });
/** `kind Name` of a block that stands in another, which only environments have; never lexed, see `nest.ts`. */
export const Nested = createToken({ name: "Nested", pattern: Lexer.NA, categories: [Item] });
/** `env("NAME")`, `secret("store/key")`. */
export const Call = scanned("Call", ["e", "s"], callEnd);
/** `$name`. */
export const Constant = scanned("Constant", ["$"], constantEnd);

/** `least_conn`, `true`, a kind, a name, a key: what a word means is decided where it stands. */
export const Word = scanned(
  "Word",
  [...letters, ...beyondAscii],
  (text, at) => {
    if (!startsWord(text, at)) return at;
    const end = wordEnd(text, at);
    return endsToken(text, end) && !startsAddress(text, end) ? end : at;
  },
  { categories: [Naming] },
);

/** `3`, `-0.5`, `2s`, `50%`, `128Mi`: a number, with its unit if it has one. */
export const Numeral = scanned("Numeral", ["-", ...digits], (text, at) => {
  const signed = text.charCodeAt(at) === 45 ? at + 1 : at;
  if (!isDigit(text.charCodeAt(signed))) return at;
  const end = numberEnd(text, signed);
  return endsToken(text, end) && !startsAddress(text, end) && !startsPort(text, end) ? end : at;
});

/** `"..."`. What is not simply the text between the quotes goes along as the payload. */
export const Text = createToken({
  name: "Text",
  pattern: { exec: stringMatcher() },
  start_chars_hint: ['"'],
  line_breaks: false,
  categories: [Naming],
});

/** `/// ...`; four slashes are an ordinary comment. */
export const Doc = scanned(
  "Doc",
  ["/"],
  (text, at) => (text.startsWith("///", at) && text.charCodeAt(at + 3) !== 47 ? lineEnd(text, at) : at),
  { group: "docs" },
);

export const Comment = scanned(
  "Comment",
  ["/"],
  (text, at) => {
    if (text.startsWith("//", at)) return lineEnd(text, at);
    const close = text.startsWith("/*", at) ? text.indexOf("*/", at + 2) : -1;
    return close < 0 ? at : close + 2;
  },
  { group: Lexer.SKIPPED },
);

/** A comment that nothing closes: the rest of the text. */
export const OpenComment = scanned("OpenComment", ["/"], (text, at) => (text.startsWith("/*", at) ? text.length : at));

/** Whatever the language has no token for, up to where one may begin again. No grammar rule takes it. */
export const Stray = scanned("Stray", [...range(0, 128, 1), ...beyondAscii], strayEnd);

/** Earlier ones are tried first. */
export const vocabulary: readonly TokenType[] = [
  Item,
  Naming,
  Nested,
  Space,
  LeftBrace,
  RightBrace,
  LeftBracket,
  RightBracket,
  Colon,
  Comma,
  Import,
  Let,
  Raw,
  Use,
  Call,
  Constant,
  Annotation,
  Word,
  Text,
  Numeral,
  Doc,
  Comment,
  OpenComment,
  Blank,
  Stray,
];

/** The end, exclusive. */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The value of a string token. */
export function valueOf(token: Token): string {
  const { payload } = token;
  return payload !== undefined && "value" in payload ? payload.value : token.image.slice(1, -1);
}

/** True for a string that its line or the text cut off. */
export function isOpen({ payload }: Token): boolean {
  return payload !== undefined && "closed" in payload && !payload.closed;
}

/** True for an opening brace after which something was lost. */
export function isIncomplete(open: Token): boolean {
  return open.payload !== undefined && "incomplete" in open.payload;
}

/** `http://` and its like: a word or number that goes on with `://`. */
function startsAddress(text: string, at: number): boolean {
  return text.charCodeAt(at) === 58 && text.charCodeAt(at + 1) === 47 && text.charCodeAt(at + 2) === 47;
}

/** `10.0.0.1:8080`, `12:30`. */
function startsPort(text: string, at: number): boolean {
  return text.charCodeAt(at) === 58 && isDigit(text.charCodeAt(at + 1));
}

function strayEnd(text: string, at: number): number {
  const first = text.charAt(at);
  const quoted = closingQuote(text, at, otherQuotes.get(first));
  if (quoted !== undefined) return quoted;
  if (lookalikes.has(first) && !/[=<>~]/.test(text.charAt(at + 1))) return at + 1;
  let end = at + 1;
  while (end < text.length && !endsStray(text, end)) end++;
  return end;
}

/** Text in foreign quotes is short; a bound keeps a line of nothing but quotes linear. */
function closingQuote(text: string, at: number, closing: string | undefined): number | undefined {
  if (closing === undefined) return undefined;
  for (let end = at + 1; end < text.length && end < at + 1000 && !isLineBreak(text.charCodeAt(end)); end++) {
    if (closing.includes(text.charAt(end))) return end + 1;
  }
  return undefined;
}

/** Unlike a word, a stray piece keeps `=`, `;`, comment marks, and a colon with something right after it: an address stays whole. */
function endsStray(text: string, at: number): boolean {
  const char = text.charAt(at);
  if (char === "=" || char === ";") return false;
  if (char === ":") return at + 1 >= text.length || (endsToken(text, at + 1) && !startsComment(text, at + 1));
  return endsToken(text, at) && !startsComment(text, at);
}

/** A token type whose tokens a function finds; `starts` are the characters that one may begin with. */
function scanned(
  name: string,
  starts: readonly (string | number)[],
  scan: Scanner,
  more: Partial<ITokenConfig> = {},
): TokenType {
  // The lexer reads the match at once and keeps nothing of it, so one array does for all.
  const match: CustomPatternMatcherReturn = [""];
  const exec = (text: string, at: number): CustomPatternMatcherReturn | null => {
    const end = scan(text, at);
    if (end <= at) return null;
    match[0] = text.slice(at, end);
    return match;
  };
  return createToken({ name, pattern: { exec }, start_chars_hint: [...starts], line_breaks: false, ...more });
}

function stringMatcher(): (text: string, at: number) => CustomPatternMatcherReturn {
  const match: CustomPatternMatcherReturn = [""];
  return (text, at) => {
    const end = plainStringEnd(text, at);
    if (end === undefined) {
      const { image, reading } = readString(text, at);
      return Object.assign<[string], { payload: Reading }>([image], { payload: reading });
    }
    match[0] = text.slice(at, end);
    return match;
  };
}

function range(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
}
