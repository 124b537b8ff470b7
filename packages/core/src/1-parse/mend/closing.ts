import { EOF, type TokenType } from "chevrotain";
import { parsePhrases, parseProblems } from "../../diagnostics/catalogue/parse.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Placement, Problem } from "../../diagnostics/define.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import { clipped, quoted } from "../mistakes.ts";
import { endOf, LeftBrace, LeftBracket, RightBrace, RightBracket, type Token, Word } from "../tokens.ts";
import { beginsBlock } from "./lookahead.ts";
import { made } from "./made.ts";
import { type Frame, leadingColumn, leave, type Mending, tokenAt, typeAt } from "./state.ts";

/** Ends everything that is open, before a new block or at the end of the file, with one diagnostic for all of it. */
export function closeAll(m: Mending): void {
  const outer = m.frames[0];
  if (outer === undefined) return;
  const silent = m.silent === "next" || (m.silent === "end" && typeAt(m) === EOF);
  if (m.silent === "next") m.silent = "no";
  if (!silent && !isNested(m, outer)) reportOpen(m, outer);
  for (let frame = m.frames.at(-1); frame !== undefined; frame = m.frames.at(-1)) {
    frame.incomplete = true;
    leave(m, made(frame.closer, "", endOf(lastToken(m))));
  }
}

function reportOpen(m: Mending, outer: Frame): void {
  const { report, span, spanOf } = m.mistakes;
  const next = tokenAt(m);
  const atEnd = next.tokenType === EOF;
  const open = unclosed(m, outer);
  const closers = m.frames.map((frame) => (frame.closer === RightBrace ? "}" : "]")).toReversed();
  const end = endOf(lastToken(m));
  const where = atEnd ? parsePhrases.atTheEnd() : parsePhrases.before({ what: titleOf(next, tokenAt(m, 1)) });
  report(
    missing(open.tokenType === LeftBrace ? RightBrace : RightBracket, where).at(spanOf(next), {
      label: atEnd ? parsePhrases.fileEnds() : parsePhrases.blockBegins(),
      related: [{ message: parsePhrases.notClosed({ open: clipped(open.image) }), span: spanOf(open) }],
      fixes: [
        {
          title: phrases.write({ text: clipped(closers.join("")) }),
          edits: [{ span: span(end, end), text: `\n${closers.join("")}` }],
        },
      ],
    }),
  );
}

/** True, and reported, when the closers stand behind the block ahead: then nothing is missing, it only stands in the wrong place. */
function isNested(m: Mending, outer: Frame): boolean {
  if (outer.block === undefined || typeAt(m) === EOF) return false;
  const column = leadingColumn(m, outer.openedAt - 2) ?? 0;
  const owed = Math.min(closersLeft(m, column), m.frames.length);
  if (owed <= 0) return false;
  m.nested = { owed, column };
  const [kind, name] = outer.block;
  const [inner, innerName] = [tokenAt(m), tokenAt(m, 1)];
  const { report, span } = m.mistakes;
  const related = [{ message: parsePhrases.stillOpen(), span: span(kind.startOffset, endOf(name)) }];
  const problem = parseProblems.nestedBlock({ block: titleOf(inner, innerName), outer: titleOf(kind, name) });
  report(problem.at(span(inner.startOffset, endOf(innerName)), { related }));
  return true;
}

/** The closing braces too many from here to the next block that begins no deeper than a column. */
function closersLeft(m: Mending, column: number): number {
  let left = 0;
  for (let at = m.at; at < m.tokens.length && m.patience > 0; at++, m.patience--) {
    const type = m.tokens[at]?.tokenType;
    if (type === LeftBrace) left--;
    else if (type === RightBrace) left++;
    else if (
      type === Word &&
      beginsBlock(m.tokens, m.mistakes.file.text, at) &&
      (leadingColumn(m, at) ?? column + 1) <= column
    )
      break;
  }
  return left;
}

function titleOf(kind: Token, name: Token): string {
  return `${clipped(kind.image)} ${clipped(name.image)}`;
}

/** Ends the innermost object or list in front of a token that cannot belong to it. */
export function closeBefore(m: Mending, frame: Frame): void {
  const { report, span, spanOf } = m.mistakes;
  const closer = frame.closer === RightBrace ? "}" : "]";
  const end = endOf(lastToken(m));
  report(
    missing(frame.closer, parsePhrases.before({ what: clipped(tokenAt(m).image) })).at(spanOf(tokenAt(m)), {
      label: parsePhrases.expectedBefore({ closer }),
      related: [{ message: parsePhrases.notClosed({ open: clipped(frame.open.image) }), span: spanOf(frame.open) }],
      fixes: [{ title: phrases.write({ text: closer }), edits: [{ span: span(end, end), text: closer }] }],
    }),
  );
  correct(m, frame.closer, -1);
  leave(m, made(frame.closer, "", end));
}

/** Takes the closer ahead for the one that the innermost object or list needs. */
export function closeInstead(m: Mending, frame: Frame): void {
  const token = tokenAt(m);
  const { report, spanOf } = m.mistakes;
  const closer = frame.closer === RightBrace ? "}" : "]";
  const placement: Placement = {
    label: phrases.write({ text: closer }),
    related: [{ message: parsePhrases.closedByIt({ open: clipped(frame.open.image) }), span: spanOf(frame.open) }],
    fixes: [{ title: phrases.write({ text: closer }), edits: [{ span: spanOf(token), text: closer }] }],
  };
  report(
    parseProblems
      .unexpectedToken({ found: quoted(token.image), expected: `\`${closer}\`` })
      .at(spanOf(token), placement),
  );
  correct(m, frame.closer, -1);
  correct(m, typeAt(m), 1);
  leave(m, made(frame.closer, token.image, token.startOffset));
  m.at++;
}

/** Leaves out a closer that closes nothing. */
export function surplus(
  m: Mending,
  what = parsePhrases.nothing(),
  token: Token = tokenAt(m),
  placement: Placement = {},
): void {
  const { report, spanOf } = m.mistakes;
  const fixes = [{ title: phrases.removeIt(), edits: [{ span: spanOf(token), text: "" }] }];
  report(parseProblems.extraBrace({ brace: token.image, what }).at(spanOf(token), { fixes, ...placement }));
  correct(m, token.tokenType, 1);
}

function correct({ balance }: Mending, closer: TokenType, by: number): void {
  if (closer === RightBrace) balance.braces += by;
  else balance.brackets += by;
}

function missing(closer: TokenType, where: Phrase): Problem {
  return closer === RightBrace
    ? parseProblems.missingBrace({ brace: "}", where })
    : parseProblems.missingBracket({ bracket: "]", where });
}

function lastToken(m: Mending): Token {
  return tokenAt(m, -1);
}

/** The opener that lacks its closer: one that a closer indented less than itself has closed, else the innermost that is open. */
function unclosed(m: Mending, outer: Frame): Token {
  const open: { readonly token: Token; readonly column: number }[] = [];
  let column = 0;
  for (let at = Math.max(0, outer.openedAt - 2); at < m.at; at++) {
    const token = tokenAt(m, at - m.at);
    const leading = leadingColumn(m, at);
    column = leading ?? column;
    if (token.tokenType === LeftBrace || token.tokenType === LeftBracket) open.push({ token, column });
    if (token.tokenType !== RightBrace && token.tokenType !== RightBracket) continue;
    const opener = open.pop();
    if (opener && leading !== undefined && leading < opener.column) return opener.token;
  }
  return m.frames.at(-1)?.open ?? outer.open;
}
