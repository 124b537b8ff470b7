import { expect, test } from "vitest";
import { print, properties, traced } from "../src/index.ts";
import { origin } from "./arbitraries.ts";

test("keys, values and comments are ASCII, and everything special is escaped", () => {
  const text = print(
    properties.doc(
      [
        ["server.port", 8080],
        false,
        ["a b:c", " x=#!\\ "],
        properties.comment("é\n*/"),
        ["名", "a\nb\t😀"],
        ["", ""],
        ["on", true],
      ],
      { header: ["Made by dpm."] },
    ),
  ).text;
  expect(text).toBe(
    [
      "# Made by dpm.",
      "server.port=8080",
      String.raw`a\ b\:c=\ x\=\#\!\\\u0020`,
      String.raw`# \u00e9`,
      "# */",
      String.raw`\u540d=a\nb\t\ud83d\ude00`,
      "=",
      "on=true",
      "",
    ].join("\n"),
  );
});

test("a mark covers the printed key or value", () => {
  const { text, marks } = print(properties.doc([[traced("a b", origin(1)), traced("c:d", origin(2))]]));
  expect(marks.map((m) => text.slice(m.start, m.end))).toEqual([String.raw`a\ b`, String.raw`c\:d`]);
});

test("a key that comes twice, and a number that is none, are refused", () => {
  expect(() =>
    properties.doc([
      ["a", 1],
      ["a", 2],
    ]),
  ).toThrow('"a" comes twice');
  expect(() => properties.doc([["a", Number.NaN]])).toThrow(RangeError);
});
