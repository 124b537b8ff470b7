import fc from "fast-check";
import { expect, test } from "vitest";
import { table } from "../src/terminal/table.ts";
import { columnsOf } from "@dpm/core";
import { cut, padTo, wrap } from "../src/terminal/width.ts";

test("wide characters take two columns, combining ones none", () => {
  expect([..."aé漢🙂"].map(columnsOf)).toEqual([1, 1, 2, 2]);
  expect(columnsOf("e\u0301")).toBe(1);
  expect(padTo("漢字", 6)).toBe("漢字  ");
});

test("wrapping keeps every word and no line is wider unless one word is", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z漢é]{1,12}$/), { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 24, max: 60 }),
      (words, width) => {
        const lines = wrap(words.join(" "), width);
        expect(lines.join(" ")).toBe(words.join(" "));
        expect(lines.every((line) => columnsOf(line) <= width)).toBe(true);
      },
    ),
  );
});

test("what is cut fits and says so", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme-composite", maxLength: 80 }),
      fc.integer({ min: 5, max: 40 }),
      (text, width) => {
        const short = cut(text, width);
        expect(columnsOf(short)).toBeLessThanOrEqual(width);
        expect(short === text || short.endsWith("…")).toBe(true);
      },
    ),
  );
});

const layout = { indent: "  ", gap: "   ", width: 60 };

test("columns are aligned whatever stands in them", () => {
  expect(
    table(
      [
        ["漢字", "a", "x"],
        ["ab", "long", "y"],
      ],
      layout,
    ),
  ).toEqual(["  漢字   a      x", "  ab     long   y"]);
});

test("a long last cell hangs below its column, or below the row where there is no room", () => {
  const reason = "one two three four five six seven eight nine ten eleven twelve";
  expect(table([["a", reason]], layout)).toEqual([
    "  a   one two three four five six seven eight nine ten",
    "      eleven twelve",
  ]);
  expect(table([["a".repeat(30), reason]], layout)).toEqual([
    `  ${"a".repeat(30)}`,
    "      one two three four five six seven eight nine ten",
    "      eleven twelve",
  ]);
  expect(table([["a", reason]], { ...layout, long: "cut" })).toEqual([
    "  a   one two three four five six seven eight nine ten…",
  ]);
});

test("what is painted keeps its column", () => {
  const paint = (text: string): string => `<${text}>`;
  expect(
    table(
      [
        [{ text: "a", paint }, "x"],
        ["long", "y"],
      ],
      layout,
    ),
  ).toEqual(["  <a>      x", "  long   y"]);
});
