import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { readSource } from "../read/reading.ts";

const folder = fileURLToPath(new URL("../../../../../shared/draft/", import.meta.url));
const file = existsSync(folder) ? readdirSync(folder).find((name) => /^000_.*\.txt$/.test(name)) : undefined;
const draft = file === undefined ? "" : readFileSync(`${folder}${file}`, "utf8");
const blocks = [...draft.matchAll(/```dsl\r?\n([^]*?)```/g)].map(([, source = ""]) => source).join("\n");

describe.skipIf(file === undefined)(`the language's draft, which lies beside the checkout (${folder})`, () => {
  test("every block is read, unchanged, without an error", () => {
    const { blocks: read, diagnostics } = readSource(blocks);
    expect(diagnostics).toEqual([]);
    expect(read).toHaveLength(31);
    expect(read).not.toContain(undefined);
  });

  test("every kind that dpm knows is one of the draft, and every kind of the draft is known", () => {
    const { blocks: read } = readSource(blocks);
    const kinds = new Set(read.map((block) => (block as { readonly kind: string }).kind));
    expect([...kinds].sort()).toEqual(blockKinds.map((kind) => kind.kind).sort());
  });
});
