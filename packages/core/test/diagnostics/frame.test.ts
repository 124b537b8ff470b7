import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layOut, widthOf } from "../../src/diagnostics/display.ts";
import { printFrame } from "../../src/diagnostics/frame.ts";
import { plain } from "../../src/diagnostics/style.ts";
import { indexLines } from "../../src/source/position.ts";

function frame(text: string, marked: string, columns = 80): readonly string[] {
  const start = text.indexOf(marked);
  const mark = { start, end: start + marked.length, label: "here", primary: true };
  return printFrame(indexLines(text), [mark], { columns, style: plain });
}

describe("the caret stands under the token", () => {
  test.each([
    ["plain text", "a: b", "b", ["  1 │ a: b", "    │    ^ here"]],
    ["a tab", "\ta:\tb", "b", ["  1 │     a:  b", "    │         ^ here"]],
    ["wide characters before it", "名前: b", "b", ["  1 │ 名前: b", "    │       ^ here"]],
    ["wide characters in it", "x 名前 y", "名前", ["  1 │ x 名前 y", "    │   ^^^^ here"]],
    ["full-width punctuation", "a：b", "：", ["  1 │ a：b", "    │  ^^ here"]],
    ["emoji", "😀😀 b", "b", ["  1 │ 😀😀 b", "    │      ^ here"]],
    ["combining marks", "e\u0301e\u0301 b", "b", ["  1 │ e\u0301e\u0301 b", "    │    ^ here"]],
    ["Hangul in parts", "\u1112\u1161\u11ab b", "b", ["  1 │ \u1112\u1161\u11ab b", "    │    ^ here"]],
    ["control characters", "\u0000\u001b b", "b", ["  1 │ ␀␛ b", "    │    ^ here"]],
    ["bidi marks", "\u202e b", "b", ["  1 │ <U+202E> b", "    │          ^ here"]],
    ["half a character", "\ud800 b", "b", ["  1 │ <U+D800> b", "    │          ^ here"]],
  ])("with %s", (_, text, marked, expected) => {
    expect(frame(text, marked)).toEqual(expected);
  });

  test("with CRLF, CR and LF", () => {
    for (const end of ["\r\n", "\r", "\n"])
      expect(frame(`a${end}b: c${end}d`, "c")).toEqual(["  1 │ a", "  2 │ b: c", "    │    ^ here"]);
  });

  test("with a byte order mark", () => {
    expect(frame("\u{feff}a: b", "b")).toEqual(["  1 │ a: b", "    │    ^ here"]);
  });

  test("at the end of a line, and behind the last one", () => {
    const at = (start: number): readonly string[] =>
      printFrame(indexLines("ab\ncd\n"), [{ start, end: start, label: "", primary: true }], {
        columns: 80,
        style: plain,
      });
    expect(at(2)).toEqual(["  1 │ ab", "    │   ^"]);
    expect(at(6)).toEqual(["  2 │ cd", "  3 │", "    │ ^"]);
    expect(at(99)).toEqual(["  2 │ cd", "  3 │", "    │ ^"]);
  });
});

test("a mark over several lines is drawn on its first", () => {
  expect(frame("a {\n b\n}", "{\n b")).toEqual(["  1 │ a {", "    │   ^ here"]);
});

test("a blank line gives no context", () => {
  expect(frame("a\n \nb", "b")).toEqual(["  3 │ b", "    │ ^ here"]);
});

test("numbers of different length stand in one column", () => {
  const text = `${"x\n".repeat(8)}y\nz\n`;
  expect(frame(text, "z")).toEqual(["   9 │ y", "  10 │ z", "     │ ^ here"]);
});

describe("a long line", () => {
  const long = `${"a".repeat(500)} MARK ${"b".repeat(500)}`;

  test("is cut on both sides of the caret", () => {
    const [line = "", caret = ""] = frame(long, "MARK", 40);
    expect(line).toMatch(/^ {2}1 │ …a+ MARK b+…$/);
    expect(line.length).toBeLessThanOrEqual(40);
    expect(caret.indexOf("^^^^")).toBe(line.indexOf("MARK"));
  });

  test("of ten million characters is cut as fast", () => {
    const huge = `${"a".repeat(5_000_000)} MARK ${"b".repeat(5_000_000)}`;
    const [line = "", caret = ""] = frame(huge, "MARK");
    expect(line.length).toBeLessThanOrEqual(80);
    expect(caret.indexOf("^^^^")).toBe(line.indexOf("MARK"));
  });

  test("with two marks far apart is printed once for each", () => {
    const text = `FIRST ${"a".repeat(500)} SECOND`;
    const marks = [
      { start: 0, end: 5, label: "one", primary: false },
      { start: 507, end: 513, label: "two", primary: true },
    ];
    const lines = printFrame(indexLines(text), marks, { columns: 60, style: plain });
    expect(lines.map((line) => line.slice(0, 4))).toEqual(["  1 ", "    ", "  1 ", "    "]);
    expect(lines[1]).toMatch(/\^{6} two$/);
    expect(lines[3]).toMatch(/ -{5} one$/);
  });
});

test("wherever the mark is, the caret has as many columns before it as the token, and the line fits", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", " ", "\t", "名", "😀", "e\u0301", "\u0000", "\u202e", "：", "\ud800"),
    maxLength: 300,
  });
  fc.assert(
    fc.property(text, text, fc.integer({ min: 30, max: 120 }), (before, after, columns) => {
      const source = `${before}MARK${after}`;
      const [line = "", caret = ""] = frame(source, "MARK", columns);
      const gutter = "  1 │ ".length;
      expect(caret.indexOf("^^^^") - gutter).toBe(widthOf(layOut(line.slice(gutter, line.indexOf("MARK")))));
      expect(widthOf(layOut(line))).toBeLessThanOrEqual(columns);
    }),
  );
});
