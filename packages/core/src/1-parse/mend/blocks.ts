import { EOF, type TokenType } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { clipped } from "../mistakes.ts";
import { Colon, Comma, endOf, LeftBrace, Let, Numeral, RightBrace, Stray, Text, type Token, Word } from "../tokens.ts";
import { balanceFrom } from "./balance.ts";
import { surplus } from "./closing.ts";
import { isName } from "./lookahead.ts";
import { made } from "./made.ts";
import { blockAhead, enter, fieldAhead, leadingColumn, type Mending, tokenAt, typeAt, unexpected } from "./state.ts";
import { mendValue, unquoted } from "./values.ts";

/** Reads what stands where a block may begin. */
export function mendBlock(m: Mending): void {
  if (blockAhead(m)) beginBlock(m, tokenAt(m), tokenAt(m, 1), 2);
  else if (m.nested) skipOwed(m, m.nested);
  else if (typeAt(m) === Let && typeAt(m, 1) === Colon) mendConstant(m);
  else if (m.ended && fieldAhead(m) && m.balance.braces < 0) reopen(m);
  else if (typeAt(m) === RightBrace) {
    surplus(m);
    m.at++;
  } else if (!mendHeader(m)) skip(m);
}

/** `let name: value` between blocks. */
function mendConstant(m: Mending): void {
  const before = [tokenAt(m), tokenAt(m, 1)];
  m.ended = undefined;
  m.at += 2;
  mendValue(m, { closer: RightBrace, last: "none" }, before);
}

/** Begins the body of a block whose brace is so many tokens ahead; without one, the brace is written. */
function beginBlock(m: Mending, kind: Token, name: Token, ahead: number, more: { dropped?: boolean } = {}): void {
  m.balance = balanceFrom(m.tokens, m.mistakes.file.text, m.at);
  const column = leadingColumn(m, m.at);
  if (m.nested && column !== undefined && column <= m.nested.column) m.nested = undefined;
  m.ended = undefined;
  m.at += ahead;
  const brace = typeAt(m) === LeftBrace;
  const open = brace ? tokenAt(m) : made(LeftBrace, "", endOf(tokenAt(m, -1)));
  enter(m, { open, before: [kind, name], block: [kind, name], ...more });
  if (brace) m.at++;
  else m.balance.braces++;
}

/** Headers that are nearly right. */
function mendHeader(m: Mending): boolean {
  const [first, second, third, fourth] = [typeAt(m), typeAt(m, 1), typeAt(m, 2), typeAt(m, 3)];
  const [kind, name] = [tokenAt(m), tokenAt(m, 1)];
  if (first === Word && isMark(second) && isName(third) && fourth === LeftBrace) {
    unexpected(m, parsePhrases.theName(), name);
    beginBlock(m, kind, tokenAt(m, 2), 3);
  } else if (first === Word && isName(second) && isMark(third) && fourth === LeftBrace) {
    unexpected(m, parsePhrases.aBrace({ brace: "{" }), tokenAt(m, 2));
    beginBlock(m, kind, name, 3);
  } else if (first === Word && (second === Numeral || second === Stray) && third === LeftBrace) {
    beginBlock(m, kind, unquoted(m, "singleWord", name), 2);
  } else if (first === Text && isName(second) && third === LeftBrace) {
    unexpected(m, parsePhrases.unquotedKind());
    beginBlock(m, made(Word, kind.image, kind.startOffset), name, 2, { dropped: true });
  } else if (first === Word && (second === LeftBrace || second === EOF)) {
    const problem = parseProblems.missingName({ kind: clipped(kind.image) });
    if (!cutOff(m, second)) m.mistakes.report(problem.at(m.mistakes.spanOf(kind)));
    beginBlock(m, kind, made(Text, "", endOf(kind)), 1, { dropped: true });
    if (second === EOF) m.silent = "next";
  } else if (first === Word && isName(second) && !blockAhead(m, 1) && isBody(m, third)) {
    missingOpening(m, kind, name);
  } else return false;
  return true;
}

/** True at the end of a file that ends within a string or a comment, which is reported already. */
function cutOff(m: Mending, type: TokenType): boolean {
  return type === EOF && m.silent === "end";
}

/** True when a body goes on here whose opening brace is missing. */
function isBody(m: Mending, type: TokenType): boolean {
  return type === EOF || type === RightBrace || fieldAhead(m, 2);
}

function missingOpening(m: Mending, kind: Token, name: Token): void {
  const { report, span, spanOf } = m.mistakes;
  const end = endOf(name);
  const problem = parseProblems.missingBrace({
    brace: "{",
    where: parsePhrases.after({ what: `${clipped(kind.image)} ${clipped(name.image)}` }),
  });
  const fixes = [{ title: phrases.write({ text: "{" }), edits: [{ span: span(end, end), text: " {" }] }];
  if (!cutOff(m, typeAt(m, 2)))
    report(problem.at(spanOf(name), { label: parsePhrases.expectedAfter({ brace: "{" }), fixes }));
  beginBlock(m, kind, name, 2);
  // At the end of the file the closing brace is no second mistake.
  if (typeAt(m) === EOF) m.silent = "next";
}

function isMark(type: TokenType): boolean {
  return type === Colon || type === Comma || type === Stray;
}

/** A field right behind a block that has one closing brace too many: the block goes on. */
function reopen(m: Mending): void {
  const frame = m.ended;
  const close = m.out.pop();
  if (frame === undefined || close === undefined) return;
  const field = tokenAt(m);
  const [kind, name] = frame.block ?? [frame.open, frame.open];
  const related = [{ message: parsePhrases.comesAfter(), span: m.mistakes.spanOf(field) }];
  surplus(m, parsePhrases.tooEarly({ block: `${clipped(kind.image)} ${clipped(name.image)}` }), close, { related });
  frame.last = "value";
  m.ended = undefined;
  m.frames.push(frame);
}

/** What a block goes on with after another one that stood inside it, up to its closing brace. */
function skipOwed(m: Mending, nested: { owed: number }): void {
  let depth = 0;
  do {
    if (typeAt(m) === LeftBrace) depth++;
    else if (typeAt(m) === RightBrace) depth--;
    m.at++;
  } while (depth >= 0 && typeAt(m) !== EOF && !blockAhead(m));
  if (depth < 0) nested.owed--;
  if (nested.owed === 0) m.nested = undefined;
}

/** Leaves out what begins no block, up to where one begins. */
function skip(m: Mending): void {
  unexpected(m, parsePhrases.aBlock());
  m.ended = undefined;
  do m.at++;
  while (typeAt(m) !== EOF && typeAt(m) !== Let && !blockAhead(m));
}
