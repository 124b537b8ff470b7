import { environmentKind } from "./nest.ts";
import { deepest } from "./mend/values.ts";
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
  Word,
} from "./tokens.ts";

/** What is known of tokens before the grammar sees them. */
export interface Inspected {
  /** False when the grammar cannot take them, or must not: their nesting is too deep for its recursion. */
  readonly sound: boolean;
  /** The strings in which something cannot be read as it stands. */
  readonly flawed: readonly Token[];
  /** True when there may be an environment, whose blocks stand in it. */
  readonly nests: boolean;
}

/** Looks through all tokens once. */
export function inspect(tokens: readonly Token[]): Inspected {
  const flawed: Token[] = [];
  let sound = true;
  let nests = false;
  let depth = 0;
  for (const token of tokens) {
    const { tokenType } = token;
    if (tokenType === LeftBrace || tokenType === LeftBracket) {
      if (++depth > deepest) sound = false;
    } else if (tokenType === RightBrace || tokenType === RightBracket) depth--;
    else if (depth === 0 && tokenType === Word && token.image === environmentKind) nests = true;
    else if (tokenType === Stray || tokenType === OpenComment) sound = false;
    else if (tokenType === Text && token.payload !== undefined && "flaws" in token.payload) {
      if (isOpen(token)) sound = false;
      else if (token.payload.flaws.length > 0) flawed.push(token);
    }
  }
  return { sound, flawed, nests };
}

/** True when the text ends within a comment or a string: what else is open there is no second mistake. */
export function endsInside(last: Token | undefined): boolean {
  return last !== undefined && (last.tokenType === OpenComment || isOpen(last));
}
