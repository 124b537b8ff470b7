import type { LineIndex } from "../source/position.ts";
import { type Cell, harmless, layOut, widthOf } from "./display.ts";
import type { Style } from "./style.ts";

/** A place in one file that a frame points at. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
  /** The place of the mistake itself; others are underlined less loudly. */
  readonly primary: boolean;
}

export interface FrameOptions {
  readonly columns: number;
  readonly style: Style;
}

interface PlacedMark extends Mark {
  readonly line: number;
  /** UTF-16 offsets within the line. */
  readonly from: number;
  readonly to: number;
}

/** The lines of the source that the marks are on, each mark drawn under its line. Without other marks the line before gives context. */
export function printFrame(source: LineIndex, marks: readonly Mark[], options: FrameOptions): readonly string[] {
  const placed = marks.map((mark) => place(source, mark));
  const numbers = [...new Set(placed.map(({ line }) => line))].toSorted((one, other) => one - other);
  const [first, ...others] = numbers;
  if (first === undefined) return [];
  const gutter = String(numbers.at(-1)).length;
  const before = others.length === 0 && first > 1 ? source.line(first - 1) : "";
  const context = before.trim() === "" ? [] : printLine(before, first - 1, [], gutter, options);
  return [
    ...context,
    ...numbers.flatMap((line) => printLine(source.line(line), line, inLine(placed, line), gutter, options)),
  ];
}

function place(source: LineIndex, mark: Mark): PlacedMark {
  const { line, column } = source.position(mark.start);
  const length = source.line(line).length;
  const from = Math.min(column - 1, length);
  return { ...mark, line, from, to: Math.min(from + Math.max(0, mark.end - mark.start), length) };
}

function inLine(marks: readonly PlacedMark[], line: number): readonly PlacedMark[] {
  return marks
    .filter((mark) => mark.line === line)
    .toSorted((one, other) => Number(other.primary) - Number(one.primary) || one.from - other.from);
}

function printLine(
  text: string,
  number: number,
  marks: readonly PlacedMark[],
  gutter: number,
  { columns, style }: FrameOptions,
): readonly string[] {
  const room = Math.max(20, columns - gutter - 5);
  const [first] = marks;
  const window = cutOut(text, first?.from ?? 0, room);
  const seen = marks.filter(({ from }) => from >= window.from && from <= window.to);
  const hidden = marks.filter((mark) => !seen.includes(mark));
  const margin = (label: string): string => style("gutter", `  ${label.padStart(gutter)} │`);
  const code = `${window.lead}${window.cells.map((cell) => cell.text).join("")}${window.tail}`;
  return [
    `${margin(String(number))} ${code}`.trimEnd(),
    ...seen.map((mark) => `${margin("")} ${underline(window, mark, style)}`),
    // A mark too far away on the same line gets a piece of the line of its own.
    ...(hidden.length > 0 ? printLine(text, number, hidden, gutter, { columns, style }) : []),
  ];
}

function underline({ lead, cells, from, to }: Window, mark: PlacedMark, style: Style): string {
  const start = widthBefore(cells, mark.from - from);
  const width = Math.max(1, widthBefore(cells, Math.min(mark.to, to) - from) - start);
  const role = mark.primary ? "caret" : "related";
  const label = mark.label === "" ? "" : ` ${style(role, harmless(mark.label))}`;
  return `${" ".repeat(lead.length + start)}${style(role, (mark.primary ? "^" : "-").repeat(width))}${label}`;
}

/** A piece of a line: its cells, the UTF-16 offsets that they stand for, and what shows that the line goes on. */
interface Window {
  readonly lead: string;
  readonly cells: readonly Cell[];
  readonly tail: string;
  readonly from: number;
  readonly to: number;
}

/** As much of a line as there is room for, with the offset in its first half. */
function cutOut(text: string, at: number, room: number): Window {
  // A line can be megabytes long: only what could be shown is laid out.
  const near = boundary(text, Math.max(0, at - room));
  const far = boundary(text, Math.min(text.length, at + 2 * room));
  const all = layOut(text.slice(near, far));
  if (near === 0 && far === text.length && widthOf(all) <= room)
    return { lead: "", cells: all, tail: "", from: 0, to: text.length };
  const before = layOut(text.slice(near, at));
  let width = widthOf(before);
  let from = near;
  for (const cell of before) {
    if (width <= room / 2) break;
    width -= cell.width;
    from += cell.units;
  }
  const lead = from > 0 ? "…" : "";
  const cells = fitting(layOut(text.slice(from, far), lead.length), room - 2);
  const to = from + unitsOf(cells);
  return { lead, cells, tail: to < text.length ? "…" : "", from, to };
}

function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0;
  const end = cells.findIndex((cell) => (width += cell.width) > room);
  return end < 0 ? cells : cells.slice(0, end);
}

/** The columns of the cells before an offset. */
function widthBefore(cells: readonly Cell[], offset: number): number {
  let at = 0;
  const end = cells.findIndex((cell) => (at += cell.units) > offset);
  return widthOf(end < 0 ? cells : cells.slice(0, end));
}

function unitsOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { units }) => sum + units, 0);
}

/** Not between the halves of a surrogate pair. */
function boundary(text: string, at: number): number {
  const [low, high] = [text.charCodeAt(at), text.charCodeAt(at - 1)];
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? at - 1 : at;
}
