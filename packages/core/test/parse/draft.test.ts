import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";

const parse = createParser();

// The draft lies beside the checkout, not in it.
const folder = new URL("../../../../../shared/draft/", import.meta.url);
const present = existsSync(folder);
const fences = present
  ? readdirSync(folder).flatMap((file) => dslFences(readFileSync(new URL(file, folder), "utf8")))
  : [];

function dslFences(markdown: string): readonly string[] {
  return Array.from(markdown.matchAll(/^```dsl\n(.*?)^```/gms), ([, dsl = ""]) => dsl);
}

describe.skipIf(!present)("the draft (skipped where ../shared/draft is absent)", () => {
  test("has the blocks that this test is about", () => {
    expect(fences.length).toBeGreaterThan(20);
  });

  test.each(fences.map((text) => [text.split("\n")[0] ?? "", text] as const))(
    "%s is read without a mistake",
    (_, text) => {
      const { document, diagnostics } = parse({ name: "draft.dpm", text });
      expect(diagnostics).toEqual([]);
      expect(document.blocks).toHaveLength(text.match(/^\w+ \w+ \{$/gm)?.length ?? 0);
    },
  );
});
