import { made } from "./mend/made.ts";
import { Colon, endOf, LeftBrace, Nested, RightBrace, Text, type Token, valueOf, Word } from "./tokens.ts";

/** The kind whose blocks are bodies for others to use. */
export const templateKind = "template";
/** The kind whose blocks hold other blocks. */
export const environmentKind = "env";

/** Makes one token of the kind and the name of every block that stands directly in an environment. */
export function nest(tokens: readonly Token[]): Token[] {
  const out: Token[] = [];
  let depth = 0;
  let isEnvironment = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const name = tokens[at + 1];
    if (token === undefined) break;
    const isHeader = token.tokenType === Word && isName(name) && tokens[at + 2]?.tokenType === LeftBrace;
    if (isHeader && depth === 0) isEnvironment = token.image === environmentKind;
    // Behind a colon the word is a value, and what follows is the next field.
    if (isHeader && depth === 1 && isEnvironment && name && out.at(-1)?.tokenType !== Colon) {
      out.push(made(Nested, header(token, name), token.startOffset, { kind: token, name }));
      at++;
      continue;
    }
    if (token.tokenType === LeftBrace) depth++;
    else if (token.tokenType === RightBrace) depth = Math.max(0, depth - 1);
    out.push(token);
  }
  return out;
}

function isName(token: Token | undefined): boolean {
  return token?.tokenType === Word || token?.tokenType === Text;
}

/** As long as what is written, so that the token ends where the name does. */
function header(kind: Token, name: Token): string {
  return `${kind.image} ${valueOf(name)}`
    .padEnd(endOf(name) - kind.startOffset)
    .slice(0, endOf(name) - kind.startOffset);
}
