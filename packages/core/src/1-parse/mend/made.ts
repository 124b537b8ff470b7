import type { TokenType } from "chevrotain";
import type { Token } from "../tokens.ts";

/** A token that the source does not contain, or contains otherwise. */
export function made(tokenType: TokenType, image: string, startOffset: number, payload?: Token["payload"]): Token {
  const token = { image, startOffset, tokenType, tokenTypeIdx: tokenType.tokenTypeIdx ?? -1 };
  return payload === undefined ? token : { ...token, payload };
}
