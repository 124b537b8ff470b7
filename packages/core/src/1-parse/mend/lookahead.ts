import type { TokenType } from "chevrotain";
import { breaksLine } from "../characters.ts";
import {
  Call,
  Colon,
  Constant,
  endOf,
  LeftBrace,
  Let,
  Nested,
  Numeral,
  Raw,
  Stray,
  Text,
  type Token,
  Word,
} from "../tokens.ts";

/** `Word name {`, except where the word is a value. */
export function beginsBlock(tokens: readonly Token[], text: string, at: number): boolean {
  const kind = tokens[at];
  if (kind?.tokenType !== Word || tokens[at + 2]?.tokenType !== LeftBrace) return false;
  if (!isName(tokens[at + 1]?.tokenType)) return false;
  const before = tokens[at - 1];
  return before?.tokenType !== Colon || breaksLine(text, endOf(before), kind.startOffset);
}

export function isName(type: TokenType | undefined): boolean {
  return type === Word || type === Text;
}

/** What a value or a key is made of, or is meant to be. */
export function isScalar(type: TokenType | undefined): boolean {
  return isWordLike(type) || type === Call || type === Constant;
}

function isWordLike(type: TokenType | undefined): boolean {
  return type === Text || type === Word || type === Numeral || type === Stray;
}

/** Two words before a colon or a brace, which the lexer has seen to belong together. */
export function isPair(type: TokenType | undefined): boolean {
  return type === Let || type === Raw || type === Nested;
}

/** A piece such as `=>` or `>=`, which no value consists of. */
export function isSymbol(token: Token | undefined): boolean {
  return token?.tokenType === Stray && !/[\p{L}\p{N}]/u.test(token.image.slice(0, 100));
}

/** True when nothing stands between the two, not even a space. */
export function touches(one: Token | undefined, other: Token | undefined): boolean {
  return one !== undefined && other !== undefined && endOf(one) === other.startOffset;
}
