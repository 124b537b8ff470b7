import { describe, expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import { outline } from "./outline.ts";

const parse = createParser();

const last = "\n\nlast Block {\n  x: 1\n}\n";

function codes(text: string): readonly string[] {
  return parse({ name: "a.dpm", text }).diagnostics.map(({ code }) => code);
}

describe("what is huge", () => {
  const million = 1_000_000;

  test("a string of ten million characters is a value", () => {
    const value = "x".repeat(10 * million);
    const { document, diagnostics } = parse({ name: "a.dpm", text: `a B { x: "${value}" }` });
    expect(diagnostics).toEqual([]);
    expect(document.blocks[0]?.body.fields[0]?.value).toMatchObject({ value });
  });

  test("a string of ten million characters that nothing closes is one mistake", () => {
    expect(codes(`a B { x: "${"x".repeat(10 * million)}\n}`)).toEqual(["core/unterminated-string"]);
  });

  test("a string of a million escapes, good or bad, is read", () => {
    expect(codes(`a B { x: "${String.raw`\n`.repeat(million)}" }`)).toEqual([]);
    expect(new Set(codes(`a B { x: "${String.raw`\q`.repeat(million)}" }`))).toEqual(
      new Set(["core/bad-escape", "core/too-many-mistakes"]),
    );
  });

  test("100,000 nested brackets or braces are one mistake, and the next block is read", () => {
    for (const open of ["[", "{ x: ", "{ x ", "[{ x: "]) {
      const { document, diagnostics } = parse({ name: "a.dpm", text: `a B { y: 1 x: ${open.repeat(100_000)}${last}` });
      expect(diagnostics.map(({ code }) => code)).toEqual(["core/nesting-too-deep"]);
      expect(outline(document).at(-1)).toBe("last Block {x: 1<number>}");
    }
  });

  test("100,000 nested brackets that are closed leave the fields after them whole", () => {
    const { document, diagnostics } = parse({
      name: "a.dpm",
      text: `a B { x: ${"[".repeat(100_000)}${"]".repeat(100_000)} y: 1 }`,
    });
    expect(diagnostics.map(({ code }) => code)).toEqual(["core/nesting-too-deep"]);
    expect(outline(document)[0]).toContain("y: 1<number>");
  });

  test("200,000 brackets outside of every block are one mistake", () => {
    expect(codes("[".repeat(200_000) + last)).toEqual(["core/unexpected-token"]);
    expect(codes("}".repeat(200_000)).at(-1)).toBe("core/too-many-mistakes");
  });

  test.each([
    ["lines without an end of their strings", 'x: "\n'],
    ["blocks that are never closed", "a B {\n"],
    ["blocks that are never closed on one line", "a B { "],
    ["headers without braces", "a B\n"],
    ["keys without values", "a: "],
    ["lists that are never closed", "k: [\n"],
    ["stray words", "@ "],
    ["stray text without a space", "@"],
    ["closers of the wrong kind", "k: [}"],
    ["objects in objects that are never closed", "k {\n"],
    ["quotes", '"'],
    ["words between quotes", 'a"'],
    ["slashes", "/"],
    ["openings of comments", "/*"],
    ["commas", ","],
    ["backslashes", "\\"],
    ["minus signs", "-"],
    ["full-width colons", "："],
    ["single quotes", "'"],
    ["equals signs", "="],
    ["documentation", "/// d\n"],
    ["carriage returns", "\r"],
  ])("50,000 %s are read in a moment, and counted up to a limit", (_, piece) => {
    for (const text of [piece.repeat(50_000), `a B { x: [\n${piece.repeat(50_000)}`]) {
      expect(codes(text).length).toBeLessThanOrEqual(10_001);
    }
  });
});

describe("what is no text", () => {
  test("binary garbage gives located mistakes and no exception", () => {
    // A linear congruential generator: the same garbage every time.
    let state = 1;
    const bytes = Uint8Array.from({ length: 200_000 }, () => (state = (state * 1103515245 + 12345) % 2147483648) >> 16);
    for (const encoding of ["latin1", "utf-8", "utf-16le"]) {
      const { diagnostics } = parse({ name: "a.dpm", text: new TextDecoder(encoding).decode(bytes) });
      expect(diagnostics.length).toBeGreaterThan(0);
      expect(diagnostics.every(({ span }) => span !== undefined)).toBe(true);
    }
  });

  test("half of a surrogate pair in a string is reported and replaced", () => {
    const { document, diagnostics } = parse({ name: "a.dpm", text: 'a B { x: "1\ud8002" }' });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ["core/half-character", "this string contains half of a character (U+D800)"],
    ]);
    expect(outline(document)).toEqual(['a B {x: "1\ufffd2"}']);
  });

  test("half of a surrogate pair elsewhere is a stray character", () => {
    expect(codes("a B { x: \ud800 }")).toEqual(["core/unquoted-text"]);
    expect(codes("\udfff")).toEqual(["core/unexpected-token"]);
  });

  test("messages quote a long text in short", () => {
    const { diagnostics } = parse({ name: "a.dpm", text: "@".repeat(100_000) });
    expect(diagnostics[0]?.message.length).toBeLessThan(200);
  });
});
