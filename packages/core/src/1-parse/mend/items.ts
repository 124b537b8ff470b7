import { EOF } from "chevrotain";
import { parsePhrases } from "../../diagnostics/catalogue/parse.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import { Colon, Comma, LeftBrace, LeftBracket, RightBrace, RightBracket, Word } from "../tokens.ts";
import { closeAll, closeBefore, closeInstead, surplus } from "./closing.ts";
import { isScalar } from "./lookahead.ts";
import {
  blockAhead,
  closesLine,
  type Frame,
  leave,
  lose,
  type Mending,
  sameLine,
  tokenAt,
  typeAt,
  unexpected,
} from "./state.ts";
import { comma, enterValue, isAddress, scalar } from "./values.ts";

/** Reads what stands in a list where an item may begin. */
export function mendItem(m: Mending, frame: Frame): void {
  const type = typeAt(m);
  if (type === RightBracket) {
    leave(m, tokenAt(m));
    m.at++;
  } else if (type === EOF || blockAhead(m)) closeAll(m);
  else if (type === RightBrace) mendBrace(m, frame);
  else if (type === Comma && frame.last !== "none") comma(m, frame);
  else if (type === LeftBrace || type === LeftBracket) enterValue(m, {});
  else if (!isScalar(type)) skip(m, frame, parsePhrases.anItem());
  else if (typeAt(m, 1) === Colon && !isAddress(m)) mendField(m, frame);
  else if (type === Word && typeAt(m, 1) === LeftBrace && !sameLine(m) && m.balance.brackets > 0) closeBefore(m, frame);
  else {
    m.out.push(scalar(m, frame));
    frame.last = "value";
  }
}

/** `}` in a list. */
function mendBrace(m: Mending, frame: Frame): void {
  if (m.balance.brackets <= 0 && m.balance.braces < 0) {
    surplus(m);
    m.at++;
  } else if (m.balance.braces < 0 || (m.balance.brackets <= 0 && closesLine(m, frame))) closeInstead(m, frame);
  else closeBefore(m, frame);
}

/** `key:` in a list: either the list has ended before, or its item lacks braces. */
function mendField(m: Mending, frame: Frame): void {
  if (m.balance.brackets > 0) closeBefore(m, frame);
  else skip(m, frame, parsePhrases.itemBraces());
}

/** Leaves out what is no item, up to where one may begin again, and says so once a list. */
function skip(m: Mending, frame: Frame, expected: Phrase): void {
  if (!frame.incomplete) unexpected(m, expected);
  frame.incomplete = true;
  lose(m);
  if (typeAt(m) === Comma) m.at++;
  else
    do m.at++;
    while ((isScalar(typeAt(m)) || typeAt(m) === Colon) && !blockAhead(m));
}
