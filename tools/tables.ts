/**
 * Writes the tables of the READMEs that say what targets there are and what each can express, from the packages themselves.
 *
 *     node --conditions=@dpm/source tools/tables.ts [--check]
 *
 * With `--check` nothing is written, and a table that is out of date is a failure.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import type { Possible } from "@dpm/core";
import { format } from "prettier";
import { root } from "./packages.ts";
import { ownPlugins, type OwnPlugin } from "./plugins.ts";

/** One row for each target: the root README. */
function targetsTable(targets: readonly OwnPlugin[]): string {
  const rows = targets.map(({ plugin, name, description }) => {
    const engines = Object.entries(plugin.engines ?? {}).map(([engine, version]) => `${engine} ${version}`);
    return `| [${plugin.name}](plugins/${plugin.name}) | \`${name}\` | ${description} | ${engines.join(", ")} |`;
  });
  return ["| target | package | gives | written for |", "| --- | --- | --- | --- |", ...rows].join("\n");
}

/** The same, for those who read Chinese: what a target gives is said in its own README. */
function targetsInChinese(targets: readonly OwnPlugin[]): string {
  const rows = targets.map(({ plugin, name }) => {
    const engines = Object.entries(plugin.engines ?? {}).map(([engine, version]) => `${engine} ${version}`);
    return `| [${plugin.name}](plugins/${plugin.name}) | \`${name}\` | ${engines.join("、")} |`;
  });
  return ["| 目标 | 包 | 为此版本编写 |", "| --- | --- | --- |", ...rows].join("\n");
}

/** One row for each field of each kind that a target lowers: its own README. */
function supportTable({ plugin }: OwnPlugin): string {
  const kinds = Object.entries(plugin.support ?? {});
  return kinds
    .map(([kind, { layer, fields, partial }]) => {
      const title = partial ? `\`${kind}\` (read, not lowered)` : `\`${kind}\` (layer \`${layer}\`)`;
      const rows = rowsOf(fields, "").map(({ field, possible }) => `| \`${field}\` | ${verdictsOf(possible)} |`);
      return [`### ${title}`, "", "| field | may be |", "| --- | --- |", ...rows].join("\n");
    })
    .join("\n\n");
}

interface Row {
  readonly field: string;
  readonly possible: Possible;
}

function rowsOf(tree: object, path: string): readonly Row[] {
  if (isPossible(tree)) return [{ field: path === "" ? "every field" : path, possible: tree }];
  return Object.entries(tree).flatMap(([name, inner]) =>
    rowsOf(inner as object, path === "" ? spelled(name) : `${path}.${spelled(name)}`),
  );
}

function isPossible(tree: object): tree is Possible {
  return Array.isArray(tree) || ("verdicts" in tree && "since" in tree);
}

function verdictsOf(possible: Possible): string {
  if (!("verdicts" in possible)) return possible.join(", ");
  return possible.verdicts
    .map((verdict) =>
      possible.since[verdict] === undefined ? verdict : `${verdict} (from ${possible.since[verdict]})`,
    )
    .join(", ");
}

/** The model's `maxAttempts` is the language's `max_attempts`. */
function spelled(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Puts the table between the markers `<!-- name ... -->` and `<!-- /name -->`. */
async function withTable(file: string, name: string, table: string): Promise<string> {
  const place = new RegExp(`(<!-- ${name}\\b[^>]*-->)[^]*?(<!-- /${name} -->)`);
  const text = readFileSync(file, "utf8");
  if (!place.test(text)) throw new Error(`${file} has no place \`<!-- ${name} -->\` for its table`);
  return format(
    text.replace(place, (_, before: string, after: string) => `${before}\n\n${table}\n\n${after}`),
    { parser: "markdown", printWidth: 120 },
  );
}

const targets = await ownPlugins();
const [readme, chinese] = [join(root, "README.md"), join(root, "README.zh.md")];
const wanted = [
  { file: readme, text: await withTable(readme, "targets", targetsTable(targets)) },
  { file: chinese, text: await withTable(chinese, "targets", targetsInChinese(targets)) },
  ...(await Promise.all(
    targets.map(async (target) => {
      const file = join(target.folder, "README.md");
      return { file, text: await withTable(file, "support", supportTable(target)) };
    }),
  )),
];
const outdated = wanted.filter(({ file, text }) => readFileSync(file, "utf8") !== text);
if (process.argv.includes("--check")) {
  for (const { file } of outdated) process.stdout.write(`${file} is out of date: run npm run generate\n`);
  process.exitCode = outdated.length > 0 ? 1 : 0;
} else {
  for (const { file, text } of outdated) writeFileSync(file, text);
}
