import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundaries } from "../check/boundaries.ts";
import { root } from "../packages.ts";

/** Each breach is planted as an import, as an import of types and as a dynamic import: `<file>`, the target, the law. */
const breaches = [
  [
    "a phase that imports a later one",
    "packages/core/src/1-parse/a",
    "../2-normalize/b.ts",
    "core-1-parse-types-downward",
  ],
  ["a phase that imports the line", "packages/core/src/4-emit/a", "../compile.ts", "core-4-emit-types-downward"],
  [
    "a plugin that imports a plugin",
    "plugins/nginx/src/a",
    "../../envoy/src/index.ts",
    "plugin-imports-core-and-print",
  ],
  [
    "a plugin that imports the workspace",
    "plugins/nginx/src/b",
    "../../../packages/workspace/src/index.ts",
    "plugin-imports-core-and-print",
  ],
  ["a plugin that reads the disk", "plugins/nginx/src/c", "node:fs", "pure-touches-nothing"],
  ["core that reads the disk", "packages/core/src/a", "node:fs", "pure-touches-nothing"],
  ["print that knows dpm", "packages/print/src/a", "../../core/src/index.ts", "print-reaches"],
  [
    "core that imports a target",
    "packages/core/src/b",
    "../../../plugins/nginx/src/index.ts",
    "packages-import-no-plugin",
  ],
  [
    "an inner file of another package",
    "packages/workspace/src/a",
    "../../core/src/2-normalize/b.ts",
    "public-entries-only",
  ],
  [
    "an engine's model that knows dpm",
    "plugins/nginx/src/model/a",
    "../../../../packages/core/src/index.ts",
    "engine-model-knows-no-dpm",
  ],
  ["a renderer that sees the lowering", "plugins/nginx/src/render/a", "../lower/a.ts", "render-sees-model-and-print"],
  ["a source that imports a test", "packages/core/src/c", "../test/a.ts", "no-tests-in-sources"],
  ["an import that leads nowhere", "packages/core/src/d", "./gone.ts", "no-unresolvable"],
] as const;

const forms = {
  static: (to: string) => `import * as x from "${to}";\nexport const y = x;\n`,
  types: (to: string) => `import type * as X from "${to}";\nexport type Y = typeof X;\n`,
  dynamic: (to: string) => `export const y = (): Promise<unknown> => import("${to}");\n`,
};

let folder: string;
let found: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dpm-boundaries-"));
  layOut();
  for (const [, file, to] of breaches) {
    for (const [form, text] of Object.entries(forms)) write(`${file}-${form}.ts`, text(to));
  }
  for (const word of ["import", "import type"]) {
    const name = word.replace(" ", "-");
    write(`packages/print/src/${name}-1.ts`, `${word} { b } from "./${name}-2.ts";\nexport const a: typeof b = 1;\n`);
    write(
      `packages/print/src/${name}-2.ts`,
      `${word} { a } from "./${name}-1.ts";\nexport const b = 1;\nexport type A = typeof a;\n`,
    );
  }
  write("packages/core/src/named.ts", `export const engine = "nginx";\n`);
  write("packages/core/src/utils.ts", "export const a = 1;\n");
  write(`packages/core/src/long.ts`, "export {};\n".repeat(201));
  found = (await boundaries(folder)).output.split("\n");
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A house in miniature that keeps every law. */
function layOut(): void {
  for (const file of [".dependency-cruiser.mjs", "tsconfig.json", "tsconfig.base.json"]) {
    cpSync(join(root, file), join(folder, file));
  }
  for (const name of ["packages/print", "packages/core", "packages/workspace", "plugins/nginx", "plugins/envoy"]) {
    write(`${name}/package.json`, JSON.stringify({ exports: { ".": { "@dpm/source": "./src/index.ts" } } }));
    write(`${name}/src/index.ts`, "export const name = 1;\n");
  }
  write("packages/core/src/1-parse/syntax.ts", "export interface Syntax { readonly a: 1 }\n");
  write(
    "packages/core/src/2-normalize/b.ts",
    `import type { Syntax } from "../1-parse/syntax.ts";\nexport type B = Syntax;\n`,
  );
  write("packages/core/src/plugin/contract.ts", `import type { B } from "../2-normalize/b.ts";\nexport type C = B;\n`);
  write("packages/core/src/4-emit/emit.ts", `import type { C } from "../plugin/contract.ts";\nexport type E = C;\n`);
  write("packages/core/src/compile.ts", `import type { E } from "./4-emit/emit.ts";\nexport type F = E;\n`);
  write("packages/core/src/blocks/registry.ts", `export const registry = ["nginx"];\n`);
  write("packages/core/src/commented.ts", `/** As nginx does. */\nexport const a = 1; // not nginx\n`);
  write("packages/core/test/a.ts", `import * as fs from "node:fs";\nexport const a = fs;\n`);
  write("plugins/nginx/src/lower/a.ts", "export const a = 1;\n");
  write(
    "plugins/nginx/src/lower/b.ts",
    `import * as core from "../../../../packages/core/src/index.ts";\nexport const b = core;\n`,
  );
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

test.each(breaches)("%s breaks a law, whichever way it is imported", (_, file, __, law) => {
  for (const form of Object.keys(forms)) {
    expect(found).toContainEqual(expect.stringContaining(`${law}: ${file}-${form}.ts → `));
  }
});

test.each(["import", "import-type"])("a cycle by `%s` breaks a law", (name) => {
  expect(found).toContainEqual(expect.stringMatching(`^no-cycles: .*${name}-1.ts.*${name}-2.ts`));
});

test("nothing but what was planted is found", () => {
  const planted = [...breaches.map(([, file]) => file), "print/src/import", "named", "utils", "long files"];
  expect(found.filter((line) => line && !planted.some((name) => line.includes(name)))).toEqual([]);
});

test("core may name a target in its vocabulary and in comments only", () => {
  const named = found.filter((line) => line.startsWith("core-names-no-target"));
  expect(named).toContain("core-names-no-target: packages/core/src/named.ts says `nginx`");
  expect(named.join()).not.toMatch(/registry|commented/);
});

test("a file must be called after what it holds", () => {
  expect(found).toContain("nameless: packages/core/src/utils.ts must be called after what it holds");
});

test("a long file is shown", () => {
  expect(found).toContain("long files: packages/core/src/long.ts (201)");
});

test("a source file that the cruise did not read is a failure", async () => {
  write(
    ".dependency-cruiser.mjs",
    `export default { forbidden: [], options: { exclude: { path: "named" }, tsPreCompilationDeps: true } };\n`,
  );
  const { code, output } = await boundaries(folder);
  expect(output).toContain("not-seen: dependency-cruiser did not read packages/core/src/named.ts");
  expect(code).toBe(1);
});
