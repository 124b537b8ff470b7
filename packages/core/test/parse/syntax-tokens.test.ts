import fc from "fast-check";
import { expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import { createSyntaxReader } from "../../src/1-parse/syntax-tokens.ts";
import { blocks, choices, print, soup } from "./arbitraries.ts";

const read = createSyntaxReader();
const parse = createParser();

function tokensOf(text: string): readonly string[] {
  return read({ name: "a.dpm", text }).tokens.map((token) => `${token.type} ${token.text}`);
}

test("every token and comment is there, as it is written and in its order", () => {
  expect(
    tokensOf(`// first
import "b.dpm" /* c */ let x: 1s
@suppress("a/b", "c") /// doc
env prod { use base, raw istio { "k": [$x, env("H")] } // last`),
  ).toEqual([
    ...["comment // first", 'import import "b.dpm"', "comment /* c */", "let let x", ": :", "number 1s"],
    ...['annotation @suppress("a/b", "c")', "doc /// doc", "word env", "word prod", "{ {", "use use base", ", ,"],
    ...["raw raw istio", "{ {", 'string "k"', ": :", "[ [", "constant $x", ", ,", 'call env("H")', "] ]", "} }"],
    "comment // last",
  ]);
});

test("between two tokens of a text without mistakes there is white space only, and each is where it says", () => {
  fc.assert(
    fc.property(blocks, choices, (printed, picks) => {
      const text = print(printed, picks);
      const { tokens, diagnostics } = read({ name: "a.dpm", text });
      fc.pre(diagnostics.length === 0);
      let end = 0;
      for (const { span, text: own } of tokens) {
        expect(text.slice(end, span.start).trim()).toBe("");
        expect(text.slice(span.start, span.end)).toBe(own);
        ({ end } = span);
      }
      expect(text.slice(end).trim()).toBe("");
    }),
  );
});

test("any text is read, and its document and mistakes are those of the parser", () => {
  fc.assert(
    fc.property(soup, (text) => {
      const { tokens, ...parsed } = read({ name: "a.dpm", text });
      expect(parsed).toEqual(parse({ name: "a.dpm", text }));
      const places = tokens.map(({ span }) => span.start);
      expect(places).toEqual(places.toSorted((one, other) => one - other));
    }),
  );
});

test("a value that is a word is no kind of a block in an environment", () => {
  const { document, diagnostics } = parse({ name: "a.dpm", text: "env prod {\n  a: use\n  b { c: 1 }\n}" });
  expect(diagnostics).toEqual([]);
  expect(document.blocks[0]?.body.fields.map(({ key }) => key.text)).toEqual(["a", "b"]);
});
