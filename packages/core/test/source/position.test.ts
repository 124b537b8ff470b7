import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines } from "../../src/source/position.ts";

describe("positions", () => {
  test("lines and columns count from 1, columns in UTF-16 units", () => {
    const { position } = indexLines("ab\n😀c");
    expect([0, 1, 2, 3, 5, 6].map((offset) => position(offset))).toEqual([
      { line: 1, column: 1, offset: 0 },
      { line: 1, column: 2, offset: 1 },
      { line: 1, column: 3, offset: 2 },
      { line: 2, column: 1, offset: 3 },
      { line: 2, column: 3, offset: 5 },
      { line: 2, column: 4, offset: 6 },
    ]);
  });

  test("LF, CRLF and CR each end one line", () => {
    const index = indexLines("a\nb\r\nc\rd\n\n");
    expect(index.lineCount).toBe(6);
    expect([1, 2, 3, 4, 5, 6, 7].map((line) => index.line(line))).toEqual(["a", "b", "c", "d", "", "", ""]);
    expect(index.position(3)).toEqual({ line: 2, column: 2, offset: 3 });
    expect(index.position(4)).toEqual({ line: 2, column: 3, offset: 4 });
  });

  test("a byte order mark takes no column", () => {
    const index = indexLines("\u{feff}ab\nc");
    expect(index.position(0)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(index.position(1)).toEqual({ line: 1, column: 1, offset: 1 });
    expect(index.position(2)).toEqual({ line: 1, column: 2, offset: 2 });
    expect(index.line(1)).toBe("ab");
  });

  test("an offset outside of the text is its beginning or its end", () => {
    const { position } = indexLines("a\nb");
    expect(position(-1)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(position(99)).toEqual({ line: 2, column: 2, offset: 3 });
  });

  test("every position is found as by counting", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "\n", "\r", "\r\n", "😀") });
    fc.assert(
      fc.property(text, fc.nat(100), (source, at) => {
        const offset = Math.min(at, source.length);
        const before = source.slice(0, offset);
        // A CRLF that the offset splits has not ended its line yet.
        const ended = before.endsWith("\r") && source[offset] === "\n" ? before.slice(0, -1) : before;
        const lines = ended.split(/\r\n|\r|\n/);
        const column = (lines.at(-1)?.length ?? 0) + 1 + (before.length - ended.length);
        expect(indexLines(source).position(offset)).toEqual({ line: lines.length, column, offset });
        expect(indexLines(source).line(lines.length)).toBe(source.split(/\r\n|\r|\n/)[lines.length - 1]);
      }),
    );
  });
});
