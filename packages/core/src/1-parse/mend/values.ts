import { EOF } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { clipped } from "../mistakes.ts";
import { quoteString } from "../strings.ts";
import {
  Colon,
  endOf,
  LeftBrace,
  LeftBracket,
  Numeral,
  RightBrace,
  RightBracket,
  Stray,
  Text,
  type Token,
  Word,
} from "../tokens.ts";
import { isScalar, isSymbol, touches } from "./lookahead.ts";
import { made } from "./made.ts";
import {
  blockAhead,
  enter,
  type Entry,
  fieldAhead,
  type Frame,
  lose,
  type Mending,
  sameLine,
  tokenAt,
  typeAt,
  unexpected,
} from "./state.ts";

/** Objects and lists nest at most this deep; a block's body is the first level. */
export const deepest = 64;

/** Reads the value of a field; `before` is its key and its colon, which are written only when a value follows. */
export function mendValue(m: Mending, frame: Pick<Frame, "closer" | "last">, before: readonly Token[]): void {
  while (typeAt(m) === Colon || (isSymbol(tokenAt(m)) && sameLine(m) && isScalar(typeAt(m, 1)) && sameLine(m, 1))) {
    unexpected(m, parsePhrases.aValue());
    m.at++;
  }
  const type = typeAt(m);
  if (type === LeftBrace || type === LeftBracket) enterValue(m, { before });
  else if (isScalar(type) && (isAddress(m) || !belongsToNext(m))) {
    m.out.push(...before, scalar(m, frame));
    frame.last = "value";
  } else if (before[0] !== undefined) missingValue(m, before[0]);
}

/** Enters the object or list ahead, or, below the deepest level, leaves it out. */
export function enterValue(m: Mending, entry: Omit<Entry, "open">): void {
  if (m.frames.length < deepest) {
    enter(m, { ...entry, open: tokenAt(m) });
    m.at++;
    return;
  }
  const { report, spanOf } = m.mistakes;
  report(parseProblems.nestingTooDeep({ limit: deepest }).at(spanOf(tokenAt(m))));
  lose(m);
  let depth = 0;
  do {
    const type = typeAt(m);
    if (type === LeftBrace || type === LeftBracket) depth++;
    else if (type === RightBrace || type === RightBracket) depth--;
    m.at++;
  } while (depth > 0 && m.at < m.tokens.length && !blockAhead(m));
  // What is open after that is no second mistake.
  if (depth > 0) m.silent = "next";
}

/** Makes a string of text without quotes, from one token to another. `kind` says what could stand there without. */
export function unquoted(m: Mending, kind: "singleWord" | "wordOrNumber", first: Token, last: Token = first): Token {
  const { file, report, span } = m.mistakes;
  const text = file.text.slice(first.startOffset, endOf(last));
  const place = span(first.startOffset, endOf(last));
  const fixes = [{ title: parsePhrases.putInQuotes(), edits: [{ span: place, text: quoteString(text) }] }];
  report(parseProblems.unquotedText({ text: clipped(text), kind: parsePhrases[kind]() }).at(place, { fixes }));
  return made(Text, text, first.startOffset, { value: text.toWellFormed(), flaws: [], closed: true });
}

/** Reads the scalar ahead with all that was meant to belong to it. */
export function scalar(m: Mending, frame: Pick<Frame, "closer">): Token {
  const first = tokenAt(m);
  let count = 1;
  if (isAddress(m)) count = 3;
  else if (first.tokenType !== Text && frame.closer === RightBrace) while (continues(m, count)) count++;
  const last = tokenAt(m, count - 1);
  m.at += count;
  return count > 1 || first.tokenType === Stray ? unquoted(m, "wordOrNumber", first, last) : first;
}

/** True for `localhost:8080`, where what looks like a key and its value is one text. */
export function isAddress(m: Mending): boolean {
  const [host, colon, port] = [tokenAt(m), tokenAt(m, 1), tokenAt(m, 2)];
  const digits = port.tokenType === Numeral || port.tokenType === Stray;
  return (
    host.tokenType === Word &&
    colon.tokenType === Colon &&
    digits &&
    touches(host, colon) &&
    touches(colon, port) &&
    sameLine(m)
  );
}

/** True when the text without quotes goes on: `error_rate > 5`, `round robin`. */
function continues(m: Mending, ahead: number): boolean {
  const type = typeAt(m, ahead);
  return (type === Word || type === Numeral || type === Stray) && sameLine(m, ahead) && !fieldAhead(m, ahead);
}

/** True when what follows a colon is the next field, or the next block. */
function belongsToNext(m: Mending): boolean {
  return typeAt(m, 1) === Colon || (typeAt(m, 1) === LeftBrace && !sameLine(m)) || blockAhead(m);
}

/** Reports a key without a value, unless the file ends there: then that is the mistake. */
export function missingValue(m: Mending, key: Token): void {
  const { report, spanOf } = m.mistakes;
  if (typeAt(m) !== EOF) report(parseProblems.missingValue({ key: clipped(key.image) }).at(spanOf(key)));
  lose(m);
}

/** Reads a comma that may stand where it does; after something that was left out it is left out too. */
export function comma(m: Mending, frame: Frame): void {
  if (frame.last === "value") m.out.push(tokenAt(m));
  frame.last = "none";
  m.at++;
}
