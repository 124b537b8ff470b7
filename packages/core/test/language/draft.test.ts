import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import process from "node:process";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { createParser } from "../../src/1-parse/parse.ts";
import { indexLines } from "../../src/source/position.ts";

// The draft lies beside the checkout, not in it.
const folder = new URL("../../../../../shared/draft/", import.meta.url);
const file = existsSync(folder) ? readdirSync(folder).find((name) => /^000_.*\.txt$/.test(name)) : undefined;
const draft = file === undefined ? "" : readFileSync(new URL(file, folder), "utf8");

// A new rule that finds something in the draft changes what is expected. To record it, and then to read what came:
//   RECORD=1 node tools/setup.mjs vitest run packages/core/test/language/draft.test.ts
const golden = new URL("draft.txt", import.meta.url);

/** All of its blocks as one source, unchanged and each on its own lines; what is around them is left blank. */
function blocksOf(markdown: string): string {
  let isBlock = false;
  return markdown
    .split("\n")
    .map((line) => {
      if (line.startsWith("```")) {
        isBlock = line.trimEnd() === "```dsl";
        return "";
      }
      return isBlock ? line : "";
    })
    .join("\n");
}

describe.skipIf(file === undefined)("the whole draft as one model (skipped where ../shared/draft is absent)", () => {
  const source = { name: "draft.dpm", text: blocksOf(draft) };

  test("has no mistake in its syntax, and no kind or field that is unknown", () => {
    const { document, diagnostics } = createParser()(source);
    expect(diagnostics).toEqual([]);
    expect(document.blocks).toHaveLength(31);
    const codes = compile({ sources: [source] }).diagnostics.map((one) => one.code);
    expect(codes.filter((code) => /unknown-(kind|field|value)|wrong-type|missing-field|duplicate/.test(code))).toEqual(
      [],
    );
  });

  test("is one model: every block is in it, two of them tests of one component", () => {
    const { components, blocks } = compile({ sources: [source] }).model;
    const facets = components.flatMap((one) => one.facets);
    expect(facets.length + blocks.length).toBe(31);
    expect(facets.filter((one) => one.kind === "generate_tests").map((one) => one.name)).toEqual([
      "OrderService",
      "OrderService",
    ]);
  });

  test("has exactly the diagnostics that are expected of it", () => {
    const lines = indexLines(source.text);
    const found = compile({ sources: [source] })
      .diagnostics.map(({ code, severity, message, span }) => {
        const { line, column } = span ? lines.position(span.start) : { line: 0, column: 0 };
        return { line, column, text: `${line}:${column} ${severity} ${code} ${message}\n` };
      })
      .sort((one, other) => one.line - other.line || one.column - other.column || (one.text < other.text ? -1 : 1))
      .map((one) => one.text)
      .join("");
    if (process.env["RECORD"]) writeFileSync(golden, found);
    expect(found).toBe(readFileSync(golden, "utf8"));
  });
});
