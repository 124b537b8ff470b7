import { EOF, type TokenType } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import { breaksLine, isLineBreak } from "../characters.ts";
import { type Mistakes, quoted } from "../mistakes.ts";
import { Colon, Comma, endOf, LeftBrace, LeftBracket, RightBrace, RightBracket, type Token } from "../tokens.ts";
import type { Balance } from "./balance.ts";
import { beginsBlock, isPair, isScalar } from "./lookahead.ts";
import { made } from "./made.ts";

/** An object or a list that is being read. */
export interface Frame {
  readonly closer: TokenType;
  readonly open: Token;
  /** Where the opening token stands among the tokens read, and among those written. */
  readonly openedAt: number;
  readonly writtenAt: number;
  /** The number of tokens written before it, to which a dropped one returns. */
  readonly from: number;
  readonly dropped: boolean;
  /** The kind and the name, when this is the body of a block. */
  readonly block: readonly [Token, Token] | undefined;
  /** What was read last: after a value a comma may follow, one after something lost is lost as well. */
  last: "none" | "value" | "lost";
  incomplete: boolean;
  /** The column where its opener's line begins, once that was asked for. */
  column: number | undefined;
}

/** The tokens on their way from what was written to what the grammar takes. */
export interface Mending {
  readonly mistakes: Mistakes;
  readonly tokens: readonly Token[];
  readonly out: Token[];
  readonly frames: Frame[];
  at: number;
  balance: Balance;
  /** The block that ended last, if that is where we stand. */
  ended: Frame | undefined;
  /** A block stood inside another: so many closing braces are left over, until a block begins at this column or before it. */
  nested: { owed: number; readonly column: number } | undefined;
  /** So many tokens may still be looked through for the end of a nested block; it keeps all of this linear. */
  patience: number;
  /** A mistake that is reported already has swallowed the closers before the next block, or at the end of the file. */
  silent: "no" | "next" | "end";
}

export function typeAt(m: Mending, ahead = 0): TokenType {
  return m.tokens[m.at + ahead]?.tokenType ?? EOF;
}

/** The token ahead; behind the last one an empty one. */
export function tokenAt(m: Mending, ahead = 0): Token {
  const last = m.tokens.at(-1);
  return m.tokens[m.at + ahead] ?? made(EOF, "", last === undefined ? 0 : endOf(last));
}

export function blockAhead(m: Mending, ahead = 0): boolean {
  return beginsBlock(m.tokens, m.mistakes.file.text, m.at + ahead);
}

/** True when `key:` or `key {` stands ahead. */
export function fieldAhead(m: Mending, ahead = 0): boolean {
  const next = typeAt(m, ahead + 1);
  const type = typeAt(m, ahead);
  return (isScalar(type) || isPair(type)) && (next === Colon || next === LeftBrace);
}

/** True when a token and the one before it stand on one line. */
export function sameLine(m: Mending, ahead = 0): boolean {
  const before = m.tokens[m.at + ahead - 1];
  return before !== undefined && !breaksLine(m.mistakes.file.text, endOf(before), tokenAt(m, ahead).startOffset);
}

/** True when the token ahead stands on the line that opens a frame, but the frame around it is opened on another: then it closes this one. */
export function closesLine(m: Mending, frame: Frame): boolean {
  const { text } = m.mistakes.file;
  const outer = m.frames.at(-2);
  if (outer === undefined || breaksLine(text, frame.open.startOffset, tokenAt(m).startOffset)) return false;
  return breaksLine(text, outer.open.startOffset, frame.open.startOffset);
}

/** The column of a token that is the first on its line, from 0; undefined for others. */
export function leadingColumn(m: Mending, at: number): number | undefined {
  const { text } = m.mistakes.file;
  const token = m.tokens[at];
  if (token === undefined) return undefined;
  const before = m.tokens[at - 1];
  const from = before === undefined ? 0 : endOf(before);
  let start = token.startOffset;
  while (start > from && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start > from || from === 0 ? token.startOffset - start : undefined;
}

/** The column where the line of a frame's opener begins. */
export function lineColumn(m: Mending, frame: Frame): number {
  for (let at = frame.openedAt; frame.column === undefined && at >= 0; at--) frame.column = leadingColumn(m, at);
  return frame.column ?? 0;
}

/** What may be known of an object or a list when it begins. */
export interface Entry {
  readonly open: Token;
  /** Written before it: its key with the colon, or its block's kind and name. */
  readonly before?: readonly Token[];
  readonly block?: readonly [Token, Token];
  /** It is read only for the mistakes in it. */
  readonly dropped?: boolean;
}

export function enter(m: Mending, { open, before = [], block, dropped = false }: Entry): void {
  const from = m.out.length;
  m.out.push(...before);
  const closer = open.tokenType === LeftBracket ? RightBracket : RightBrace;
  m.frames.push({
    closer,
    open,
    openedAt: m.at,
    writtenAt: m.out.length,
    from,
    dropped,
    block,
    last: "none",
    incomplete: false,
    column: undefined,
  });
  m.out.push(open);
}

/** Ends the innermost object or list. */
export function leave(m: Mending, close: Token): void {
  const frame = m.frames.pop();
  if (frame === undefined) return;
  m.out.push(close);
  if (frame.incomplete) m.out[frame.writtenAt] = { ...frame.open, payload: { incomplete: true } };
  if (frame.dropped) m.out.length = frame.from;
  const outer = m.frames.at(-1);
  if (outer) outer.last = frame.dropped ? "lost" : "value";
  else m.ended = frame.dropped ? undefined : frame;
}

/** Notes that the innermost object lacks something that was written. */
export function lose(m: Mending): void {
  const inner = m.frames.at(-1);
  if (inner) inner.last = "lost";
  const frame = m.frames.findLast(({ closer }) => closer === RightBrace);
  if (frame) frame.incomplete = true;
}

/** Reports a token that nothing explains. */
export function unexpected(m: Mending, expected: Phrase | string, token: Token = tokenAt(m)): void {
  const { report, spanOf } = m.mistakes;
  const span = spanOf(token);
  const found = token.tokenType === EOF ? parsePhrases.theEnd() : quoted(token.image);
  const fixes = token.tokenType === Comma ? [{ title: parsePhrases.removeComma(), edits: [{ span, text: "" }] }] : [];
  report(parseProblems.unexpectedToken({ found, expected }).at(span, { fixes }));
}
