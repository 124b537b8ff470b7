import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { breaksLine, lineEnd } from "../characters.ts";
import type { Mistakes } from "../mistakes.ts";
import { read } from "../strings.ts";
import {
  Colon,
  Comma,
  endOf,
  isOpen,
  LeftBrace,
  LeftBracket,
  Numeral,
  Stray,
  Text,
  type Token,
  Word,
} from "../tokens.ts";
import type { Lex } from "./lex.ts";
import { made } from "./made.ts";

/**
 * A line with an odd number of quotes. The quote that is missing need not be that of the last string: one whose neighbour touches it
 * was paired wrongly, so the line is read again from there. `out` holds the tokens before `open`.
 */
export function mendQuotes(open: Token, out: Token[], mistakes: Mistakes, lex: Lex): void {
  const first = lineStart(out, open, mistakes.file.text);
  const line = [...out.slice(first), open];
  const touched = line.findIndex(
    (token, index) => token.tokenType === Text && (touches(line[index - 1], token) || touches(token, line[index + 1])),
  );
  const wrong = touched < 0 ? line.length - 1 : touched;
  const string = line[wrong];
  if (string === undefined) return;
  const opening = touches(line[wrong - 1], string);
  out.length = first + (opening ? valueStart(line, wrong) : wrong);
  const mended = opening
    ? missingOpening(line[valueStart(line, wrong)] ?? string, string, mistakes)
    : missingClosing(string, line[wrong - 1], mistakes);
  if (mended.image !== '"') out.push(mended);
  const rest = lex(endOf(mended), lineEnd(mistakes.file.text, endOf(mended)));
  out.push(...rest.map((token) => (token.tokenType === Text ? closed(token) : token)));
}

/** One mistake a line: what is still open in the rest of it ends with it. */
function closed(token: Token): Token {
  const { payload } = token;
  return payload !== undefined && "closed" in payload ? { ...token, payload: { ...payload, closed: true } } : token;
}

function lineStart(out: readonly Token[], open: Token, text: string): number {
  let first = out.length;
  for (let next = open; first > 0; first--) {
    const before = out[first - 1];
    if (before === undefined || breaksLine(text, endOf(before), next.startOffset)) break;
    next = before;
  }
  return first;
}

function touches(one: Token | undefined, other: Token | undefined): boolean {
  if (one === undefined || other === undefined || endOf(one) !== other.startOffset) return false;
  const outside = one.tokenType === Text ? other : one;
  return [Word, Numeral, Stray, Text].includes(outside.tokenType);
}

/** Where the text begins whose opening quote is missing: after the last punctuation before it. */
function valueStart(line: readonly Token[], string: number): number {
  return (
    line.findLastIndex(
      (token, index) => index < string && [Colon, Comma, LeftBrace, LeftBracket].includes(token.tokenType),
    ) + 1
  );
}

function missingOpening(first: Token, string: Token, { file, report, span }: Mistakes): Token {
  const start = first.startOffset;
  const end = string.startOffset + 1;
  const fixes = [{ title: parsePhrases.writeOpening(), edits: [{ span: span(start, start), text: '"' }] }];
  report(parseProblems.unterminatedString().at(span(start, end), { label: parsePhrases.openingMissing(), fixes }));
  return made(Text, file.text.slice(start, end), start, read(file.text.slice(start, end - 1), true));
}

function missingClosing(string: Token, before: Token | undefined, { report, span }: Mistakes): Token {
  const start = string.startOffset;
  const inner = withoutClosers(string.image.slice(1, isOpen(string) ? undefined : -1));
  // A key rather than a value: what follows its colon does not belong to it.
  const key = before === undefined || before.tokenType === LeftBrace ? /^[\w-]{1,100}(?=\s*:\s)/.exec(inner) : null;
  const kept = key === null ? inner : key[0];
  const end = start + 1 + kept.length;
  const fixes = [{ title: parsePhrases.writeClosing(), edits: [{ span: span(end, end), text: '"' }] }];
  report(parseProblems.unterminatedString().at(span(start, end), { label: parsePhrases.closingMissing(), fixes }));
  return made(Text, string.image.slice(0, 1 + kept.length), start, read(kept, true));
}

/** Leaves out what at the end of an open string is more likely the punctuation after it. */
function withoutClosers(inner: string): string {
  const surplus = new Map([
    ["}", count(inner, "}") - count(inner, "{")],
    ["]", count(inner, "]") - count(inner, "[")],
  ]);
  let end = inner.length;
  for (; end > 0; end--) {
    const char = inner.charAt(end - 1);
    if (/[\s,:{[]/.test(char)) continue;
    const left = surplus.get(char) ?? 0;
    if (left <= 0) break;
    surplus.set(char, left - 1);
  }
  return inner.slice(0, end);
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++;
  return found;
}
