/**
 * Writes what names every file of a folder: one more block kind, rule or diagnostic's page is one more file.
 *
 *     node tools/generate.ts [--check]
 *
 * With `--check` nothing is written, and an index that is out of date is a failure.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const notice = "// Made by tools/generate.ts of the files beside it: change those, then run it again.";

interface Index {
  readonly folder: string;
  readonly content: (names: readonly string[]) => string;
}

const indexes: readonly Index[] = [
  { folder: "packages/core/src/blocks", content: blocksIndex },
  { folder: "packages/core/src/3-validate/rules", content: rulesIndex },
];

function blocksIndex(kinds: readonly string[]): string {
  const imports = kinds.map((kind) => `import { ${camel(kind)}, type ${pascal(kind)} } from "./${kind}.ts";`);
  const types = kinds.map((kind) => `  ${pascal(kind)},`);
  const entries = kinds.map((kind) => `  readonly ${kind}: ${pascal(kind)};`);
  const values = kinds.map((kind) => `  ${camel(kind)},`);
  return `${notice}
import type { BlockKind } from "../fields/block.ts";
${imports.join("\n")}

export type {
${types.join("\n")}
};

/** What a block of each kind is in the model. A plugin adds its own by \`declare module "@dpm/core" { interface BlockKinds { ... } }\`. */
export interface BlockKinds {
${entries.join("\n")}
}

/** Every kind that dpm knows by itself. */
export const blockKinds: readonly BlockKind[] = [
${values.join("\n")}
];
`;
}

function rulesIndex(rules: readonly string[]): string {
  const imports = rules.map((rule) => `import { ${camel(rule)} } from "./${rule}.ts";`);
  const values = rules.map((rule) => `  ${camel(rule)},`);
  return `${notice}
import type { Rule } from "../rule.ts";
${imports.join("\n")}

/** Every law that dpm knows by itself. */
export const rules: readonly Rule[] = [
${values.join("\n")}
];
`;
}

function camel(name: string): string {
  return name.replace(/[-_](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(name: string): string {
  return name.charAt(0).toUpperCase() + camel(name).slice(1);
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".gen.ts"))
    .map((entry) => entry.name.slice(0, -".ts".length))
    .sort();
}

interface Generated {
  readonly file: string;
  readonly content: string;
}

/** Every diagnostic of every owner with the first sentence of its page. */
function diagnosticsPage(): Generated {
  const folders = ["packages", "plugins"].flatMap((place) =>
    readdirSync(join(root, place))
      .toSorted()
      .map((name) => `${place}/${name}/diagnostics`)
      .filter((folder) => existsSync(join(root, folder))),
  );
  const sections = folders.map((folder) => {
    const pages = readdirSync(join(root, folder)).filter((name) => name.endsWith(".md"));
    const lines = pages.toSorted().map((name) => {
      const page = readFileSync(join(root, folder, name), "utf8");
      const [, code = "", first = ""] = /^# (\S+)\n\n(.*?\.)(?:\s|$)/s.exec(page) ?? [];
      return `- [\`${code}\`](../${folder}/${name}): ${first.replace(/\s+/g, " ")}`;
    });
    return `## ${basename(dirname(folder))}\n\n${lines.join("\n")}\n`;
  });
  const head = "<!-- Made by tools/generate.ts of the pages: change those, then run it again. -->\n\n# Diagnostics\n\n";
  const intro =
    "Every page has an example that is executed, and says how to mend it. `dpm explain <code>` prints them.\n\n";
  return { file: "docs/diagnostics.md", content: head + intro + sections.join("\n") };
}

/** The targets of this repository with what their packages say of themselves: what \`dpm init\` offers. */
function targetsIndex(): Generated {
  const manifests = readdirSync(join(root, "plugins"))
    .toSorted()
    .map((name) => join(root, "plugins", name, "package.json"))
    .filter((file) => existsSync(file))
    .map((file) => JSON.parse(readFileSync(file, "utf8")) as Manifest);
  const entries = manifests.flatMap(({ dpm, description }) =>
    dpm.targets.map((name) => `  { name: "${name}", gives: "${description.replace(/ from dpm models\.$/, "")}" },`),
  );
  const content = `// Made by tools/generate.ts of the plugins' package.json: change those, then run it again.

/** dpm's own targets, and what each gives. */
export const ownTargets: readonly { readonly name: string; readonly gives: string }[] = [
${entries.join("\n")}
];
`;
  return { file: "packages/cli/src/init/targets.gen.ts", content };
}

interface Manifest {
  readonly description: string;
  readonly dpm: { readonly targets: readonly string[] };
}

const generated: readonly Generated[] = [
  targetsIndex(),
  ...indexes.map(({ folder, content }) => ({ file: `${folder}/index.gen.ts`, content: content(namesIn(folder)) })),
  diagnosticsPage(),
];

const check = process.argv.includes("--check");
const outdated = generated.filter(({ file, content }) => {
  const path = join(root, file);
  if (existsSync(path) && readFileSync(path, "utf8") === content) return false;
  if (!check) writeFileSync(path, content);
  return true;
});

for (const { file } of outdated) {
  process.stdout.write(check ? `${file} is out of date: run node tools/generate.ts\n` : `wrote ${file}\n`);
}
if (check && outdated.length > 0) process.exit(1);
