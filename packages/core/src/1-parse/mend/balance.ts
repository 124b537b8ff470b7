import { LeftBrace, LeftBracket, RightBrace, RightBracket, type Token } from "../tokens.ts";
import { beginsBlock } from "./lookahead.ts";

/** Openers minus closers between two blocks' beginnings: it tells a missing closer from a surplus one. */
export interface Balance {
  braces: number;
  brackets: number;
}

/** The balance from a token on, which may itself begin a block, to where the next block begins. */
export function balanceFrom(tokens: readonly Token[], text: string, from: number): Balance {
  const balance = { braces: 0, brackets: 0 };
  for (let at = from; at < tokens.length && (at === from || !beginsBlock(tokens, text, at)); at++) {
    const type = tokens[at]?.tokenType;
    if (type === LeftBrace) balance.braces++;
    else if (type === RightBrace) balance.braces--;
    else if (type === LeftBracket) balance.brackets++;
    else if (type === RightBracket) balance.brackets--;
  }
  return balance;
}
