import { EOF, type TokenType } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { clipped, quoted } from "../mistakes.ts";
import { Colon, Comma, endOf, LeftBrace, LeftBracket, RightBrace, RightBracket, type Token, Use } from "../tokens.ts";
import { closeAll, closeBefore, closeInstead, surplus } from "./closing.ts";
import { isName, isPair, isScalar, isSymbol } from "./lookahead.ts";
import { made } from "./made.ts";
import {
  blockAhead,
  closesLine,
  fieldAhead,
  type Frame,
  leadingColumn,
  leave,
  lineColumn,
  lose,
  type Mending,
  sameLine,
  tokenAt,
  typeAt,
  unexpected,
} from "./state.ts";
import { comma, enterValue, mendValue, missingValue, unquoted } from "./values.ts";

/** Reads what stands in an object where a field may begin. */
export function mendField(m: Mending, frame: Frame): void {
  const type = typeAt(m);
  if (type === RightBrace) {
    leave(m, tokenAt(m));
    m.at++;
  } else if (type === EOF || blockAhead(m)) closeAll(m);
  else if (type === Use) {
    m.out.push(tokenAt(m));
    frame.last = "value";
    m.at++;
  } else if (type === RightBracket) mendBracket(m, frame);
  else if (type === Comma && frame.last !== "none") comma(m, frame);
  else if (fieldAhead(m) && belongsOutside(m, frame)) closeBefore(m, frame);
  else if (fieldAhead(m)) {
    const key = mendKey(m);
    if (typeAt(m) === Colon) mendValue(m, frame, [key, colon(m)]);
    else enterValue(m, { before: [key] });
  } else if (!isName(type) || !mendHalfField(m, frame)) skip(m);
}

/** True when a brace is missing somewhere, and the field ahead is indented no more than the line that opens this object. */
function belongsOutside(m: Mending, frame: Frame): boolean {
  const column = m.balance.braces > 0 && m.frames.length > 1 ? leadingColumn(m, m.at) : undefined;
  return column !== undefined && column <= lineColumn(m, frame);
}

/** `]` in an object. */
function mendBracket(m: Mending, frame: Frame): void {
  const { braces, brackets } = m.balance;
  const inList = m.frames.some(({ closer }) => closer === RightBracket);
  const meant = inList ? brackets < 0 : braces > 0 || (brackets >= 0 && closesLine(m, frame));
  if (meant) closeInstead(m, frame);
  else if (inList) closeBefore(m, frame);
  else {
    surplus(m);
    m.at++;
  }
}

/** Takes the key ahead; a number or a piece of text becomes a string. */
function mendKey(m: Mending): Token {
  const key = tokenAt(m);
  m.at++;
  return isName(key.tokenType) || isPair(key.tokenType) ? key : unquoted(m, "singleWord", key);
}

function colon(m: Mending): Token {
  m.at++;
  return tokenAt(m, -1);
}

/** A key without a colon, or without anything after it. */
function mendHalfField(m: Mending, frame: Frame): boolean {
  const key = tokenAt(m);
  const symbol = isSymbol(tokenAt(m, 1)) ? 1 : 0;
  const value = typeAt(m, 1 + symbol);
  const follows = value === LeftBracket || value === LeftBrace || (isScalar(value) && typeAt(m, 2 + symbol) !== Colon);
  if (follows && sameLine(m, 1)) {
    m.at++;
    missingColon(m, key, symbol === 1);
    m.at += symbol;
    mendValue(m, frame, [key, made(Colon, "", endOf(key))]);
    return true;
  }
  // On the line of a value it is rather something too much than a key.
  if (frame.last === "value" && sameLine(m)) return false;
  m.at++;
  missingValue(m, key);
  return true;
}

function missingColon(m: Mending, key: Token, symbol: boolean): void {
  const { report, span, spanOf } = m.mistakes;
  const place = symbol ? spanOf(tokenAt(m)) : span(endOf(key), endOf(key));
  const fixes = [{ title: phrases.write({ text: ":" }), edits: [{ span: place, text: ":" }] }];
  if (symbol)
    report(parseProblems.unexpectedToken({ found: quoted(tokenAt(m).image), expected: "`:`" }).at(place, { fixes }));
  else report(parseProblems.missingColon({ key: clipped(key.image) }).at(spanOf(key), { fixes }));
}

/** Leaves out what begins no field, up to where one may begin again. */
function skip(m: Mending): void {
  unexpected(m, parsePhrases.aField());
  lose(m);
  const type = typeAt(m);
  if (type === LeftBrace || type === LeftBracket) {
    enterValue(m, { dropped: true });
    return;
  }
  const stops: readonly TokenType[] = [EOF, RightBrace, RightBracket, LeftBrace, LeftBracket, Comma];
  do m.at++;
  while (!stops.includes(typeAt(m)) && !fieldAhead(m) && !blockAhead(m) && (sameLine(m) || !isName(typeAt(m))));
}
