import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import { defineDiagnostics } from "../../src/diagnostics/define.ts";
import { toJson } from "../../src/diagnostics/json.ts";
import { violations } from "./schema.ts";

const parse = createParser();

const schema = JSON.parse(
  readFileSync(new URL("../../schemas/diagnostics.schema.json", import.meta.url), "utf8"),
) as Record<string, unknown>;
const problems = defineDiagnostics("core", {
  "dead-attempt": { severity: "error", message: "attempt {n} of {all}", help: "raise {all}" },
  aside: { severity: "note", message: "nothing" },
});
const source = { name: "order.dpm", text: "\u{feff}a\r\nbc {}\n" };

describe("the JSON form", () => {
  test("has the shape of the schema, with lines and columns from 1", () => {
    const diagnostic = problems.deadAttempt({ n: 3, all: ["x", "y"] }).at(
      { file: "order.dpm", start: 5, end: 6 },
      {
        label: "not printed",
        related: [{ message: "here", span: { file: "order.dpm", start: 1, end: 2 } }],
        fixes: [{ title: "write `d`", edits: [{ span: { file: "order.dpm", start: 5, end: 6 }, text: "d" }] }],
      },
    );
    const c = { start: { line: 2, column: 2, offset: 5 }, end: { line: 2, column: 3, offset: 6 } };
    const a = { start: { line: 1, column: 1, offset: 1 }, end: { line: 1, column: 2, offset: 2 } };
    expect(toJson([diagnostic], [source])).toEqual({
      diagnostics: [
        {
          code: "core/dead-attempt",
          severity: "error",
          message: "attempt 3 of x, y",
          params: { n: 3, all: ["x", "y"] },
          help: "raise x, y",
          file: "order.dpm",
          range: c,
          related: [{ message: "here", file: "order.dpm", range: a }],
          fixes: [{ title: "write `d`", edits: [{ file: "order.dpm", range: c, text: "d" }] }],
        },
      ],
    });
  });

  test("what concerns no file, or one whose text is not at hand, begins at 1:1", () => {
    const { diagnostics } = toJson(
      [problems.aside().at(undefined), problems.aside().at({ file: "x.dpm", start: 9, end: 9 })],
      [source],
    );
    const beginning = { line: 1, column: 1, offset: 0 };
    expect(diagnostics.map(({ file, range }) => [file, range])).toEqual([
      ["", { start: beginning, end: beginning }],
      ["x.dpm", { start: beginning, end: beginning }],
    ]);
  });

  test("all diagnostics of all mistakes follow the published schema, through text and back", () => {
    const folder = new URL("../parse/errors/", import.meta.url);
    const sources = readdirSync(folder).flatMap((name) =>
      name.endsWith(".dpm") ? [{ name, text: readFileSync(new URL(name, folder), "utf8") }] : [],
    );
    const json = toJson(
      sources.flatMap((one) => parse(one).diagnostics),
      sources,
    );
    expect(json.diagnostics.length).toBeGreaterThan(50);
    expect(violations(JSON.parse(JSON.stringify(json)), schema)).toEqual([]);
  });
});

describe("the schema", () => {
  const good = toJson([problems.aside().at({ file: "order.dpm", start: 0, end: 1 })], [source]);

  test.each([
    ["a missing list", {}],
    ["a code without an owner", { diagnostics: [{ ...good.diagnostics[0], code: "aside" }] }],
    ["a severity of its own", { diagnostics: [{ ...good.diagnostics[0], severity: "fatal" }] }],
    ["a field too much", { diagnostics: [{ ...good.diagnostics[0], label: "x" }] }],
    ["a missing file", { diagnostics: [{ ...good.diagnostics[0], file: undefined }] }],
    [
      "a line 0",
      {
        diagnostics: [
          {
            ...good.diagnostics[0],
            range: { start: { line: 0, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } },
          },
        ],
      },
    ],
  ])("refuses %s", (_, value) => {
    expect(violations(good, schema)).toEqual([]);
    expect(violations(value, schema)).toHaveLength(1);
  });
});
