import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../packages.ts";
import { script, type Ending } from "../program.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dpm-build-"));
  describePackage("@dpm/core");
  write(
    "node_modules/third/package.json",
    `{ "name": "third", "version": "1.2.3", "license": "MIT", "types": "index.d.ts" }`,
  );
  write("node_modules/third/LICENSE", "Do what you like.");
  write("node_modules/third/index.js", "exports.third = () => 'third party code';");
  write("node_modules/third/index.d.ts", "export interface Third { readonly a: 1 }\nexport const third: () => string;");
  write("src/index.ts", `import { third } from "third";\nexport const name = (): string => third();\n`);
  symlinkSync(join(root, "node_modules", "@types"), join(folder, "node_modules", "@types"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function describePackage(name: string, more: object = {}): void {
  const entry = { "@dpm/source": "./src/index.ts", types: "./dist/index.d.ts", default: "./dist/index.js" };
  write("package.json", JSON.stringify({ name, version: "1.0.0", type: "module", exports: { ".": entry }, ...more }));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

const built = (file: string): string => readFileSync(join(folder, "dist", file), "utf8");
const build = (): Promise<Ending> => script(join(root, "tools", "build.ts"), [relative(root, folder)]);

test("what is not declared is bundled with its licence, and nothing of an earlier build is left", async () => {
  write("dist/stale.js", "");
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.js")).toContain("third party code");
  expect(built("THIRD_PARTY_LICENSES")).toBe("third 1.2.3 (MIT)\n\nDo what you like.\n");
  expect(existsSync(join(folder, "dist", "stale.js"))).toBe(false);
});

test("what is declared stays an import and needs no licence", async () => {
  describePackage("@dpm/core", { dependencies: { third: "1.2.3" } });
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.js")).toMatch(/from "third"/);
  expect(existsSync(join(folder, "dist", "THIRD_PARTY_LICENSES"))).toBe(false);
});

test("an entry may have another name than its source, and its types lead there; a plain file is no code", async () => {
  const other = { "@dpm/source": "./src/deep/inside.ts", types: "./dist/other.d.ts", default: "./dist/other.js" };
  describePackage("@dpm/core", { exports: { "./other": other, "./data.json": "./data.json" } });
  write("src/deep/inside.ts", "export const inside = 1;\n");
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("other.js")).toContain("inside");
  expect(built("other.d.ts")).toContain('export * from "./deep/inside.js"');
  expect(built("deep/inside.d.ts")).toContain("inside");
});

test("an optional peer is bundled, and its types may be shown", async () => {
  const peers = { peerDependencies: { third: "1.2.3" }, peerDependenciesMeta: { third: { optional: true } } };
  describePackage("@dpm/core", peers);
  write("src/index.ts", `export { third, type Third } from "third";\n`);
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.js")).toContain("third party code");
  expect(built("index.d.ts")).toContain(`from "third"`);
});

test("a dynamic import is a file of its own", async () => {
  write("src/later.ts", "export const later = 'only when it is asked for';\n");
  write("src/index.ts", `export const ask = async (): Promise<string> => (await import("./later.ts")).later;\n`);
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.js")).not.toContain("only when it is asked for");
});

test("what entries share is one file where it needs another package, and one where it does not", async () => {
  const entry = (name: string): object => ({
    "@dpm/source": `./src/${name}.ts`,
    types: `./dist/${name}.d.ts`,
    default: `./dist/${name}.js`,
  });
  describePackage("@dpm/core", { exports: { "./a": entry("a"), "./b": entry("b") }, dependencies: { third: "1.2.3" } });
  write("src/needy.ts", `import { third } from "third";\nexport const needy = (): string => third();\n`);
  write("src/plain.ts", "export const plain = 'plain';\n");
  for (const name of ["a", "b"])
    write(`src/${name}.ts`, `export { needy } from "./needy.ts";\nexport { plain } from "./plain.ts";\n`);
  expect(await build()).toEqual({ code: 0, output: "" });
  const chunks = readdirSync(join(folder, "dist", "chunks")).sort();
  expect(chunks).toEqual([expect.stringMatching(/^alone-/), expect.stringMatching(/^shared-/)]);
  expect(chunks.map((name) => built(join("chunks", name)).includes('from "third"'))).toEqual([false, true]);
});

test("code is plain ASCII, and means what its source says", async () => {
  write("src/index.ts", "export const é = ['✓', `…${1}→`, '😀', /^[µ-😀]$/u.test('💡'), { 日本: 1 }];\n");
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.js")).not.toMatch(/[^\0-\x7f]/);
  const { é } = (await import(pathToFileURL(join(folder, "dist", "index.js")).href)) as { readonly é: unknown };
  expect(é).toEqual(["✓", "…1→", "😀", true, { 日本: 1 }]);
});

test("types that no entry reaches are not published, and the others import what is there", async () => {
  write("src/shown.ts", `/** Not an import from "elsewhere". */\nexport type Shown = 'import "nothing"' | 1;\n`);
  write("src/hidden.ts", `export type { Third } from "third";\n`);
  write("src/index.ts", `export type { Shown } from "./shown.ts";\nexport const a = 1;\n`);
  expect(await build()).toEqual({ code: 0, output: "" });
  expect(built("index.d.ts")).toContain(`from "./shown.js"`);
  expect(existsSync(join(folder, "dist", "hidden.d.ts"))).toBe(false);
});

test.each([
  ["a public type of a bundled package", `export type { Third } from "third";\n`, "shows users a type of third"],
  ["a module of Node in a package that runs in browsers", `export * as fs from "node:fs";\n`, "node:fs"],
  ["an import that leads nowhere", `export * from "./gone.ts";\n`, "gone.ts"],
  ["a mistake of types", `export const a: string = 1;\n`, "not assignable"],
  ["a raw template beyond ASCII", "export const a: string = String.raw`é`;\n", "a raw template is not ASCII"],
  ["a bundle that cannot be loaded", `export const a: string = "";\nthrow new Error("not in use");\n`, "not in use"],
])("%s is refused, and nothing is left to be packed", async (_, source, why) => {
  write("src/index.ts", source);
  const { code, output } = await build();
  expect(output).toContain(why);
  expect(code).toBe(1);
  expect(existsSync(join(folder, "dist"))).toBe(false);
});
