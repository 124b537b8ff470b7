/** A place as editors count: lines and UTF-16 columns from 1, the offset from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** Finds positions in one text; made once per text, each look-up is logarithmic. */
export interface LineIndex {
  /** The position of an offset; an offset beyond the text is its end. */
  readonly position: (offset: number) => Position;
  /** A line's text without its line break; lines count from 1. */
  readonly line: (line: number) => string;
  readonly lineCount: number;
}

/** Indexes a text whose lines end with LF, CRLF or CR. Editors do not count a byte order mark, so the first line begins after it. */
export function indexLines(text: string): LineIndex {
  const starts = [text.charCodeAt(0) === 0xfeff ? 1 : 0];
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  while (feed >= 0 || carriage >= 0) {
    if (carriage < 0 || (feed >= 0 && feed < carriage)) {
      starts.push(feed + 1);
      feed = text.indexOf("\n", feed + 1);
    } else {
      // In CRLF the line feed ends the line.
      if (feed !== carriage + 1) starts.push(carriage + 1);
      carriage = text.indexOf("\r", carriage + 1);
    }
  }
  const start = (line: number): number => starts[line - 1] ?? text.length;
  return {
    lineCount: starts.length,
    line: (line) => {
      const end = start(line + 1);
      const breaks =
        line >= starts.length ? 0 : text.charCodeAt(end - 2) === 13 && text.charCodeAt(end - 1) === 10 ? 2 : 1;
      return text.slice(start(line), end - breaks);
    },
    position: (offset) => {
      const bounded = Math.max(0, Math.min(offset, text.length));
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= bounded) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: Math.max(1, bounded - (starts[low] ?? 0) + 1), offset: bounded };
    },
  };
}
