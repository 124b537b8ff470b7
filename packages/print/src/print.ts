import type { Origin } from "./origin.ts";
import { ropeOf } from "./text.ts";
import type { Marked, Rope, Text } from "./text.ts";

/** A range of printed text and where it came from; offsets in UTF-16 units. Never crosses the end of a line. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly origins: readonly Origin[];
}

/** Finished text. The marks are sorted and disjoint: where printed values nest, the innermost one keeps its range. */
export interface Printed {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Lays the text out: lines end with LF, the text with exactly one; layout makes no trailing blanks. */
export function print(from: Text): Printed {
  const out: string[] = [];
  const marks: { start: number; end: number; origins: readonly Origin[]; by: Marked }[] = [];
  let length = 0;
  let atLineStart = true;
  let pendingBreaks = 0;

  function write(piece: string, indent: string, by: Marked | undefined): void {
    if (piece === "") return;
    // Line breaks wait for the next text, so none is left over at either end.
    const breaks = out.length === 0 ? "" : "\n".repeat(pendingBreaks);
    const before = breaks + (atLineStart ? indent : "");
    const start = length + before.length;
    out.push(before, piece);
    length = start + piece.length;
    atLineStart = false;
    pendingBreaks = 0;
    if (by === undefined) return;
    const last = marks.at(-1);
    if (last?.by === by && last.end === start) last.end = length;
    else marks.push({ start, end: length, origins: by.origins, by });
  }

  function visit(part: Rope, indent: string, by: Marked | undefined): void {
    if (typeof part === "string") return write(part, indent, by);
    if (!("kind" in part)) {
      for (const inner of part) visit(inner, indent, by);
      return;
    }
    if (part.kind === "indented") return visit(part.rope, indent + part.by, by);
    if (part.kind === "marked") return visit(part.rope, indent, part);
    pendingBreaks += 1;
    atLineStart = true;
  }

  visit(ropeOf(from), "", undefined);
  return { text: `${out.join("")}\n`, marks: marks.map(({ start, end, origins }) => ({ start, end, origins })) };
}

/** The marked ranges of one line, counted from 1, in their order: what `dpm why <file>:<line>` shows. */
export function marksOfLine(
  printed: Printed,
  line: number,
): readonly { readonly text: string; readonly origins: readonly Origin[] }[] {
  const [start, end] = rangeOfLine(printed.text, line);
  return printed.marks
    .filter((m) => m.start >= start && m.end <= end)
    .map((m) => ({ text: printed.text.slice(m.start, m.end), origins: m.origins }));
}

/** Where a line begins and ends, without its line break; nowhere when there is no such line. */
function rangeOfLine(printed: string, line: number): readonly [start: number, end: number] {
  let start = 0;
  for (let before = 1; before < line; before += 1) {
    start = printed.indexOf("\n", start) + 1;
    if (start === 0) return [printed.length, printed.length];
  }
  const end = printed.indexOf("\n", start);
  return line < 1 || end === -1 ? [printed.length, printed.length] : [start, end];
}
