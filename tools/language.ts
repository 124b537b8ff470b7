/**
 * Writes what is made of the kinds' descriptors: the pages of `docs/language`, the JSON Schema of
 * the model, the TextMate grammar.
 *
 *     node --conditions=@dpm/source tools/language.ts [--check]
 *
 * With `--check` nothing is written, and a file that is out of date is a failure.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { blockKinds } from "@dpm/core";
import { indexPage, kindPage, modelSchema } from "@dpm/core/docs";
import { grammar } from "@dpm/grammar";
import { format } from "prettier";
import { root } from "./packages.ts";
import { ownPlugins } from "./plugins.ts";

interface Generated {
  readonly file: string;
  readonly content: string;
}

const pages = "docs/language";

async function languagePages(): Promise<readonly Generated[]> {
  const plugins = (await ownPlugins()).map(({ plugin }) => plugin);
  const texts = [
    { name: "README", text: indexPage(blockKinds, { plugins }) },
    ...blockKinds.map((kind) => ({ name: kind.kind, text: kindPage(kind, { plugins }) })),
  ];
  return texts.map(({ name, text }) => ({ file: `${pages}/${name}.md`, content: text }));
}

async function jsonFile(file: string, value: unknown): Promise<Generated> {
  return { file, content: await format(JSON.stringify(value), { parser: "json", printWidth: 120 }) };
}

const generated = [
  ...(await languagePages()),
  await jsonFile("packages/core/schemas/model.schema.json", modelSchema(blockKinds)),
  await jsonFile("packages/grammar/dpm.tmLanguage.json", grammar(blockKinds)),
];
const isWanted = new Set(generated.map(({ file }) => file));
const existing = existsSync(join(root, pages)) ? readdirSync(join(root, pages)) : [];
const stale = existing.map((name) => `${pages}/${name}`).filter((file) => !isWanted.has(file));
const outdated = generated.filter(
  ({ file, content }) => !existsSync(join(root, file)) || readFileSync(join(root, file), "utf8") !== content,
);

if (process.argv.includes("--check")) {
  for (const file of [...stale, ...outdated.map((one) => one.file)])
    process.stdout.write(`${file} is out of date: run npm run generate\n`);
  process.exitCode = stale.length + outdated.length > 0 ? 1 : 0;
} else {
  for (const file of stale) rmSync(join(root, file));
  for (const { file, content } of outdated) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), content);
    process.stdout.write(`wrote ${file}\n`);
  }
}
