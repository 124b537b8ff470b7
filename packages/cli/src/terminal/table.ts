import { columnsOf } from "@dpm/core";
import { cut, padTo, wrap } from "./width.ts";

/** A cell, and how it is painted once its width is known. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

export interface Layout {
  /** Before each line. */
  readonly indent: string;
  /** Between two columns. */
  readonly gap: string;
  /** The whole line. */
  readonly width: number;
  /** What becomes of a last cell that is too wide: `wrap` (the default) makes more lines of it, `cut` shortens it. */
  readonly long?: "wrap" | "cut";
}

/** A last column with less room than this goes below its row instead. */
const narrowest = 40;

/** Rows as lines with aligned columns. */
export function table(
  rows: readonly (readonly (Cell | string)[])[],
  { indent, gap, width, long = "wrap" }: Layout,
): readonly string[] {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)));
  const last = Math.max(...cells.map((row) => row.length)) - 1;
  const widths = Array.from({ length: Math.max(last, 0) }, (_, column) =>
    Math.max(...cells.map((row) => columnsOf(row[column]?.text ?? ""))),
  );
  const before = widths.reduce((sum, one) => sum + one + gap.length, indent.length);
  const isBelow = width - before < narrowest && last > 0;
  const hang = isBelow ? `${indent}    ` : " ".repeat(before);
  const room = Math.max(width - hang.length, narrowest);
  return cells.flatMap((row) => {
    const start = widths.map((one, column) => painted(row[column], padTo(row[column]?.text ?? "", one))).join(gap);
    const cell = row[last]?.text ?? "";
    const lines = (long === "cut" ? [cut(cell, room)] : wrap(cell, room)).map((line) => painted(row[last], line));
    const fits = !isBelow || columnsOf(cell) <= width - before;
    const [beside = "", ...below] = fits ? lines : ["", ...lines];
    return [`${indent}${start}${last > 0 ? gap : ""}${beside}`.trimEnd(), ...below.map((line) => hang + line)];
  });
}

function painted(cell: Cell | undefined, text: string): string {
  const end = text.trimEnd();
  return (cell?.paint?.(end) ?? end) + text.slice(end.length);
}
