import fs from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Catalogue } from "@dpm/core";
import { problems } from "../src/diagnostics.ts";
import { blocksOf, play } from "./page-example.ts";

const folder = join(import.meta.dirname, "../diagnostics");
const { entries }: Catalogue = problems.catalogue;
const slugs = Object.keys(entries);

test("every diagnostic has a page, and every page a diagnostic", () => {
  expect(fs.readdirSync(folder).sort()).toEqual(slugs.map((slug) => `${slug}.md`).sort());
});

test.each(slugs)("the example of workspace/%s leads to it", async (slug) => {
  const page = fs.readFileSync(join(folder, `${slug}.md`), "utf8");
  expect(page.startsWith(`# workspace/${slug}\n\n`)).toBe(true);
  expect(page).toMatch(/\n## Fix\n\n\S[^]*\n$/);
  const { diagnostics } = await play(blocksOf(page));
  const found = diagnostics.find((one) => one.code === `workspace/${slug}`);
  expect(diagnostics.map((one) => one.code)).toContain(`workspace/${slug}`);
  expect(found?.severity).toBe(entries[slug]?.severity);
  expect(`${found?.message} ${found?.help ?? ""}`).not.toMatch(/\{\w+\}|\n/);
});

test("every message states a fact, and every help begins with a verb", () => {
  for (const { message, help } of Object.values(entries)) {
    expect(message).not.toMatch(/[.!]$/);
    expect(help ?? "add it").toMatch(/^(?:[a-z]+ |\{)/);
    expect(help ?? "").not.toMatch(/\.$/);
  }
});
