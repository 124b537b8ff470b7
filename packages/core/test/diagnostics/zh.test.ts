import fs from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { untranslated, type Spoken } from "@dpm/testing";
import { expect, test } from "vitest";
import { blockKinds, catalogue } from "../../src/index.ts";
import { zh } from "../../src/diagnostics/zh/index.ts";

const folder = join(import.meta.dirname, "../../src/diagnostics");
const files = fs.readdirSync(join(folder, "catalogue")).filter((name) => name !== "index.ts");

type Defined = { readonly catalogue?: Spoken["catalogues"][number] } & {
  readonly phrases?: NonNullable<Spoken["phrases"]>[number];
};

async function defined(): Promise<readonly Defined[]> {
  const modules = await Promise.all(
    files.map(async (name) => (await import(pathToFileURL(join(folder, "catalogue", name)).href)) as object),
  );
  return modules.flatMap((one) => Object.values(one) as readonly Defined[]);
}

test("every file of the catalogue has its table in Chinese", () => {
  const tables = fs.readdirSync(join(folder, "zh")).filter((name) => name !== "index.ts");
  expect(tables).toEqual(files);
});

test("every text of dpm is told in Chinese, with the places of the English one", async () => {
  const all = await defined();
  const catalogues = all.flatMap((one) => one.catalogue ?? []);
  const phrases = all.flatMap((one) => (one.phrases && "texts" in one.phrases ? [one.phrases] : []));
  expect(untranslated({ catalogues, phrases }, zh)).toEqual([]);
  const codes = catalogues.flatMap(({ owner, entries }) => Object.keys(entries).map((slug) => `${owner}/${slug}`));
  expect(codes.toSorted()).toEqual(Object.keys(catalogue()).toSorted());
});

test("no two phrases have one name, and each type says what it expects in words that are known", async () => {
  const all = await defined();
  const slugs = all.flatMap(({ phrases }) => Object.keys(phrases?.texts ?? {}));
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([]);
  const said = [...JSON.stringify(blockKinds).matchAll(/"expected":("(?:[^"\\]|\\.)*")/g)].map(([, text = '""']) =>
    String(JSON.parse(text)),
  );
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((text) => !Object.hasOwn(zh, `expected:${text}`))).toEqual([]);
});

test("nothing is told that nobody says", async () => {
  const all = await defined();
  const known = new Set([
    ...Object.keys(catalogue()),
    ...all.flatMap(({ phrases }) => Object.keys(phrases?.texts ?? {}).map((slug) => `core:${slug}`)),
  ]);
  expect(Object.keys(zh).filter((code) => !known.has(code) && !code.startsWith("expected:"))).toEqual([]);
});
