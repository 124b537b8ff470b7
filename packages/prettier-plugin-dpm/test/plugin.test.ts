import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { check, format, resolveConfig, type Options } from "prettier";
import { describe, expect, test } from "vitest";
import { format as formatAlone } from "../src/format.ts";
import * as plugin from "../src/index.ts";

const options: Options = { filepath: "shop.dpm", plugins: [plugin] };

test("Prettier finds the language by the file's name, and prints as `format` does", async () => {
  const text = 'fault_tolerance Shop { retry:3, servers: ["one", "two"] }';
  const formatted = await format(text, options);
  expect(formatted).toBe('fault_tolerance Shop {\n  retry: 3\n  servers: ["one", "two"]\n}\n');
  expect(await formatAlone(text)).toBe(formatted);
  expect(await check(formatted, options)).toBe(true);
});

test("a model in Markdown is formatted with it", async () => {
  const text = "```dpm\na B {x:1}\n```\n";
  expect(await format(text, { filepath: "page.md", plugins: [plugin] })).toBe("```dpm\na B {\n  x: 1\n}\n```\n");
});

test("Prettier's own options count", async () => {
  const text = "a B { list: [1111111, 2222222] }";
  expect(await format(text, { ...options, tabWidth: 4 })).toBe("a B {\n    list: [1111111, 2222222]\n}\n");
  expect(await format(text, { ...options, useTabs: true, printWidth: 20 })).toBe(
    "a B {\n\tlist: [\n\t\t1111111,\n\t\t2222222\n\t]\n}\n",
  );
});

test.each(["", " \n\n", "\r\n\t", "\u{feff}", "\u3000"])(
  "of %j nothing is left but its byte order mark",
  async (text) => {
    expect(await format(text, options)).toBe(text.startsWith("\u{feff}") ? text : "");
  },
);

test("a byte order mark stays, and so does the kind of line breaks", async () => {
  expect(await formatAlone("\u{feff}a B {\r\n/* c\r\n d */ x: 1}\r\n")).toBe(
    "\u{feff}a B {\r\n  /* c\r\n d */ x: 1\r\n}\r\n",
  );
  expect(await formatAlone("a B {\r// c\r}")).toBe("a B {\r  // c\r}\r");
});

describe("a text with a mistake", () => {
  test("is refused with its place and Prettier's frame", async () => {
    const error: unknown = await format("a B {\n  list: [1 2]\n}\n", options).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SyntaxError);
    expect(error).toMatchObject({ loc: { start: { line: 2, column: 12 }, end: { line: 2, column: 13 } } });
    expect(String(error)).toContain("core/missing-comma: two items of a list on one line need a comma between them");
    expect(String(error)).toContain("> 2 |   list: [1 2]\n    |            ^");
  });

  test("is refused at its end too", async () => {
    await expect(format("a B {", options)).rejects.toThrow("core/missing-brace");
    await expect(formatAlone("/* ")).rejects.toThrow(SyntaxError);
  });
});

test("an editor's cursor stays at what it stood at", async () => {
  const { formatWithCursor } = await import("prettier");
  const text = "a B {x:1,   y :2}";
  const { formatted, cursorOffset } = await formatWithCursor(text, { ...options, cursorOffset: text.indexOf("y") });
  expect(formatted.slice(cursorOffset)).toMatch(/^y: 2/);
});

test("this repository's own models are formatted by it", async () => {
  const filepath = fileURLToPath(new URL("../../../examples/order-service/main.dpm", import.meta.url));
  const own = { ...(await resolveConfig(filepath)), filepath };
  expect(await check(readFileSync(filepath, "utf8"), own)).toBe(true);
  expect(await check("a  B {}", own)).toBe(false);
});
