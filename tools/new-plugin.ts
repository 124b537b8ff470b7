/** `npm run new-plugin -- <name>`: makes `plugins/<name>`, a target that passes its own tests at once. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makePlugin, nameProblem } from "./new-plugin/make-plugin.ts";
import { root } from "./packages.ts";
import { must, run, script } from "./program.ts";

const [target = ""] = process.argv.slice(2);
const folder = join(root, "plugins", target);
const problem = target === "" ? "name the target: `npm run new-plugin -- <name>`" : nameProblem(target, folder);
if (problem) {
  process.stderr.write(`${problem}\n`);
  process.exit(2);
}

const files = makePlugin(target, folder);
link(`@dpm/plugin-${target}`);
writeFileSync(
  join(root, ".changeset", `new-target-${target}.md`),
  `---\n"@dpm/plugin-${target}": minor\n---\n\nA new target: ${target}.\n`,
);
must("formatting", await run("prettier", ["--write", "--log-level=warn", folder, "package.json"]));
// The lockfile learns of the new package; CI would refuse to change it.
must("setting up", await run(process.execPath, ["tools/setup.mjs"], { env: { CI: "" } }));
// The index of diagnostics and the list of targets name every plugin.
must("writing the indexes", await script("tools/generate.ts", []));
must("writing the tables", await script("tools/tables.ts", []));
must("writing the pages of the language", await script("tools/language.ts", []));

for (const file of files) process.stdout.write(`plugins/${target}/${file}\n`);
process.stdout.write(`\nnext: npm test -- plugins/${target}, then read CONTRIBUTING.md, "A target"\n`);

/** The repository's own `dpm` finds the plugin from the examples, too. */
function link(name: string): void {
  const file = join(root, "package.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { devDependencies: Record<string, string> };
  const sorted = Object.entries({ ...manifest.devDependencies, [name]: "workspace:*" }).toSorted(([one], [other]) =>
    one < other ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify({ ...manifest, devDependencies: Object.fromEntries(sorted) }, null, 2)}\n`);
}
