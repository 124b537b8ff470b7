import * as fc from "fast-check";
import { expect, test } from "vitest";
import { json, language, mark, marksOfLine, print, traced, yaml } from "../src/index.ts";
import { anyString, origin } from "./arbitraries.ts";
import type { Numbered } from "./arbitraries.ts";

const words = language("words", { word: (s: string) => s.trim() });

test("text ends with exactly one line end, whatever blank lines stand around it", () => {
  expect(print(words.lines([])).text).toBe("\n");
  expect(print(words.code`a`).text).toBe("a\n");
  expect(
    print(words.code`

    a

  `).text,
  ).toBe("a\n");
});

test("layout makes no trailing blanks, also in blank lines of indented text", () => {
  const inner = words.code`
    a

    b   `;
  expect(
    print(words.code`
    outer
      ${inner}
    ${words.word("")}   
    end
  `).text,
  ).toBe("outer\n  a\n\n  b\nend\n");
});

test("a mark begins at the value, not at the indentation before it", () => {
  const printed = print(words.code`
    outer
      ${words.word(traced("here", origin(1)))}
  `);
  expect(printed.marks).toEqual([{ start: 8, end: 12, origins: origin(1) }]);
});

test("of nested marks the innermost keeps its range and the outer one has the rest", () => {
  const inner = words.code`a ${words.word(traced("b", origin(1)))} c`;
  const printed = print(mark(inner, traced(0, origin(2))));
  expect(printed.text).toBe("a b c\n");
  expect(printed.marks).toEqual([
    { start: 0, end: 2, origins: origin(2) },
    { start: 2, end: 3, origins: origin(1) },
    { start: 3, end: 5, origins: origin(2) },
  ]);
});

test("a mark over several lines has one range per line", () => {
  const two = mark(words.lines([words.word("one"), words.word("two")]), traced(0, origin(3)));
  const printed = print(words.code`
    x
      ${two}
  `);
  expect(marksOfLine(printed, 1)).toEqual([]);
  expect(marksOfLine(printed, 2)).toEqual([{ text: "one", origins: origin(3) }]);
  expect(marksOfLine(printed, 3)).toEqual([{ text: "two", origins: origin(3) }]);
});

test("a line that does not exist has no marks", () => {
  const printed = print(words.word(traced("a", origin(1))));
  expect([-1, 0, 2, 3].map((line) => marksOfLine(printed, line))).toEqual([[], [], [], []]);
  expect(marksOfLine(printed, 1)).toHaveLength(1);
});

test("a raw value is refused where text is expected, also from a caller without types", () => {
  const untyped = (value: unknown) => () => words.code`${value as never}`;
  for (const raw of ["text", 5, {}, null, { language: "words" }]) expect(untyped(raw)).toThrow(TypeError);
});

interface Leaf {
  readonly number: number;
  readonly value: string | number | boolean;
}

/** A tree of traced scalars, each with an origin of its own. */
const tree: fc.Arbitrary<readonly (readonly Leaf[])[]> = fc
  .array(
    fc.array(
      fc.oneof(
        anyString.filter((s) => s.isWellFormed()),
        fc.integer(),
        fc.boolean(),
      ),
      { maxLength: 4 },
    ),
    { maxLength: 4 },
  )
  .map((groups) => {
    let number = 0;
    return groups.map((group) => group.map((value) => ({ number: (number += 1), value })));
  });

test("every mark is exactly the printed text of its value, and every traced value has one", () => {
  for (const { doc, str, int, bool, list, map } of [yaml, json]) {
    const node = (value: Leaf["value"], from: Numbered[] | readonly Numbered[]) => {
      if (typeof value === "string") return str(traced(value, from));
      return typeof value === "number" ? int(traced(value, from)) : bool(traced(value, from));
    };
    fc.assert(
      fc.property(tree, (groups) => {
        const items = groups.map((group) => list(group.map((leaf) => node(leaf.value, origin(leaf.number)))));
        const printed = print(doc(map([["groups", list(items)]])));
        const leaves = groups.flat();
        expect(printed.marks.map((m) => (m.origins[0] as Numbered).number)).toEqual(leaves.map((leaf) => leaf.number));
        expect(printed.marks.map((m) => printed.text.slice(m.start, m.end))).toEqual(
          leaves.map((leaf) => print(doc(node(leaf.value, []))).text.slice(0, -1)),
        );
      }),
    );
  }
});

test("marks are sorted, disjoint and within one line", () => {
  fc.assert(
    fc.property(tree, (groups) => {
      const items = groups.map((group) =>
        yaml.because(yaml.json(group.map((leaf) => leaf.value)), traced(0, origin(-1))),
      );
      const { text, marks } = print(yaml.doc(yaml.because(yaml.list(items), traced(0, origin(-2)))));
      let end = 0;
      for (const m of marks) {
        expect(m.start).toBeGreaterThanOrEqual(end);
        expect(m.end).toBeGreaterThan(m.start);
        expect(text.slice(m.start, m.end)).not.toContain("\n");
        end = m.end;
      }
    }),
  );
});
