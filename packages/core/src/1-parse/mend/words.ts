import type { TokenType } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { lookalikes, otherQuotes } from "../characters.ts";
import { describeCharacter, type Mistakes } from "../mistakes.ts";
import { quoteString } from "../strings.ts";
import {
  Colon,
  Comma,
  endOf,
  isOpen,
  LeftBrace,
  LeftBracket,
  OpenComment,
  RightBrace,
  RightBracket,
  Stray,
  Text,
  type Token,
} from "../tokens.ts";
import type { Lex } from "./lex.ts";
import { made } from "./made.ts";
import { mendQuotes } from "./quotes.ts";

const marks: ReadonlyMap<string, TokenType> = new Map([
  [":", Colon],
  [",", Comma],
  ["{", LeftBrace],
  ["}", RightBrace],
  ["[", LeftBracket],
  ["]", RightBracket],
]);

/** Mends what is wrong within single tokens: quotes, punctuation that only looks right, comments without an end. */
export function mendWords(tokens: readonly Token[], mistakes: Mistakes, lex: Lex): Token[] {
  const out: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    if (token.tokenType === Stray) out.push(mendStray(token, out.at(-1), mistakes));
    else if (token.tokenType === OpenComment)
      mistakes.report(parseProblems.unterminatedComment().at(mistakes.span(token.startOffset, token.startOffset + 2)));
    else if (token.tokenType === Text && isOpen(token)) mendQuotes(token, out, mistakes, lex);
    else out.push(token);
  }
  return out;
}

function mendStray(token: Token, before: Token | undefined, { report, spanOf }: Mistakes): Token {
  const { image, startOffset } = token;
  const span = spanOf(token);
  const meant = lookalikes.get(image);
  const type = meant === undefined ? undefined : marks.get(meant);
  // `:=` has its colon already.
  const doubled = before?.tokenType === Colon && endOf(before) === startOffset;
  if (meant !== undefined && type !== undefined && !doubled) {
    const fixes = [{ title: phrases.write({ text: meant }), edits: [{ span, text: meant }] }];
    report(
      parseProblems
        .unexpectedCharacter({ found: describeCharacter(image) })
        .at(span, { label: phrases.didYouMean({ near: meant }), help: phrases.write({ text: meant }), fixes }),
    );
    return made(type, image, startOffset);
  }
  const closing = image.length > 1 ? otherQuotes.get(image.charAt(0)) : undefined;
  if (!closing?.includes(image.slice(-1))) return token;
  const value = image.slice(1, -1);
  const text = quoteString(value);
  report(
    parseProblems.wrongQuotes().at(span, { fixes: [{ title: parsePhrases.doubleQuotes(), edits: [{ span, text }] }] }),
  );
  return made(Text, image, startOffset, { value, flaws: [], closed: true });
}
