import type { Mistakes } from "../mistakes.ts";
import { RightBrace, type Token } from "../tokens.ts";
import { mendBlock } from "./blocks.ts";
import { closeAll } from "./closing.ts";
import { mendField } from "./fields.ts";
import { mendItem } from "./items.ts";
import type { Mending } from "./state.ts";

/**
 * Makes of any tokens such as the grammar takes, and reports each thing that it changes.
 * Each step reads a token or ends a frame, so it is linear; nesting lives on a stack of its own, so it cannot overflow.
 */
export function mendStructure(tokens: readonly Token[], mistakes: Mistakes, silent: Mending["silent"]): Token[] {
  const m: Mending = {
    mistakes,
    tokens,
    out: [],
    frames: [],
    at: 0,
    balance: { braces: 0, brackets: 0 },
    ended: undefined,
    nested: undefined,
    patience: 4 * tokens.length,
    silent,
  };
  while (m.at < tokens.length || m.frames.length > 0) {
    const frame = m.frames.at(-1);
    if (m.at >= tokens.length) closeAll(m);
    else if (frame === undefined) mendBlock(m);
    else if (frame.closer === RightBrace) mendField(m, frame);
    else mendItem(m, frame);
  }
  return m.out;
}
