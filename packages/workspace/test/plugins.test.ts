import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { referenceOf } from "../src/plugins/candidates.ts";
import { loadPlugin } from "../src/plugins/load-plugin.ts";
import { loadTargets } from "../src/plugins/load-targets.ts";
import { resolvePlugin } from "../src/plugins/resolve.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const source = (name: string): string => `export default { name: ${JSON.stringify(name)}, apiVersion: 1 };\n`;
const esm = (exports: unknown): string => JSON.stringify({ type: "module", exports });

function installed(
  name: string,
  text = source(name),
  entry: unknown = { ".": { default: "./index.js" } },
): Readonly<Record<string, string>> {
  return { [`node_modules/${name}/package.json`]: esm(entry), [`node_modules/${name}/index.js`]: text };
}

async function load(text: string, files: Readonly<Record<string, string>>): Promise<string> {
  const loaded = await loadPlugin({ text }, `target \`${text}\``, temporaryFolder(files));
  return "plugin" in loaded ? loaded.plugin.name : `${loaded.diagnostic.code}: ${loaded.diagnostic.message}`;
}

describe("the name of a plugin", () => {
  test.each([
    ["nginx", { packages: ["@dpm/plugin-nginx", "dpm-plugin-nginx"] }],
    ["dpm-plugin-hello", { packages: ["dpm-plugin-hello"] }],
    ["@acme/dpm-plugin-hello", { packages: ["@acme/dpm-plugin-hello"] }],
    ["./hello.ts", { path: "./hello.ts" }],
    ["../hello.ts", { path: "../hello.ts" }],
    ["/opt/hello.ts", { path: "/opt/hello.ts" }],
  ])("%s means %j", (text, expected) => {
    expect(referenceOf(text)).toEqual(expected);
  });

  test("prefers dpm's own package", async () => {
    const third = installed("dpm-plugin-nginx", source("third"));
    expect(await load("nginx", { ...installed("@dpm/plugin-nginx", source("own")), ...third })).toBe("own");
    expect(await load("nginx", third)).toBe("third");
  });

  test("is looked for from the configuration upwards", () => {
    const folder = temporaryFolder({ ...installed("@acme/hello"), "a/b/x": "" });
    expect(resolvePlugin("@acme/hello", join(folder, "a/b"))).toMatchObject({ name: "@acme/hello" });
  });

  test("may be a path from the configuration", async () => {
    expect(await load("./plugins/hello.mjs", { "plugins/hello.mjs": source("hello") })).toBe("hello");
  });
});

describe("a plugin is loaded", () => {
  test("when its package exports itself to import only", async () => {
    expect(await load("@acme/hello", installed("@acme/hello", source("hello"), { import: "./index.js" }))).toBe(
      "hello",
    );
    expect(
      await load(
        "@acme/hello",
        installed("@acme/hello", source("hello"), { ".": { types: "./x.d.ts", node: { import: "./index.js" } } }),
      ),
    ).toBe("hello");
  });

  test("when it was built as CommonJS", async () => {
    const files = {
      "node_modules/@acme/hello/package.json": JSON.stringify({ main: "index.cjs" }),
      "node_modules/@acme/hello/index.cjs":
        "Object.defineProperty(exports, '__esModule', { value: true }); exports.default = { name: 'hello', apiVersion: 1 };",
    };
    expect(await load("@acme/hello", files)).toBe("hello");
  });
});

describe("what is wrong with a plugin is said", () => {
  test("when it is not installed: what was looked for, from where, and how to install it", async () => {
    const folder = temporaryFolder({
      "package.json": '{ "devDependencies": { "@dpm/plugin-istio": "1" } }',
      "pnpm-lock.yaml": "",
    });
    const span = { file: ".dpmrc", start: 3, end: 8 };
    const loaded = await loadPlugin({ text: "istoi", span }, "target `istoi`", folder);
    expect(loaded).toMatchObject({
      diagnostic: {
        code: "workspace/plugin-not-found",
        span,
        message: `target \`istoi\` needs a plugin that is not installed: looked for @dpm/plugin-istoi, then dpm-plugin-istoi, from ${folder}`,
        help: "pnpm add --save-dev @dpm/plugin-istoi",
        label: "did you mean `istio`?",
      },
    });
  });

  test.each([
    ["a path that leads nowhere", "./hello.mjs", {}, /^workspace\/plugin-not-found: .* looked for hello\.mjs, from /],
    [
      "a package without an entry",
      "@acme/hello",
      { "node_modules/@acme/hello/package.json": esm("./dist/index.js") },
      /^workspace\/plugin-failed: .*entry file is missing/,
    ],
    [
      "one that throws",
      "@acme/hello",
      installed("@acme/hello", "throw new Error('no\\nstack');"),
      /^workspace\/plugin-failed: plugin `@acme\/hello` failed while it was loaded: Error: no$/,
    ],
    [
      "one that does not parse",
      "@acme/hello",
      installed("@acme/hello", "export default {"),
      /^workspace\/plugin-failed: .*SyntaxError/,
    ],
    [
      "no default export",
      "@acme/hello",
      installed("@acme/hello", "export const x = 1;"),
      /^workspace\/plugin-invalid: .*its default export is missing/,
    ],
    [
      "a default export that is no plugin",
      "@acme/hello",
      installed("@acme/hello", "export default () => 1;"),
      /^workspace\/plugin-invalid: .*a function/,
    ],
    [
      "an object that is no plugin",
      "@acme/hello",
      installed("@acme/hello", "export default { name: 3 };"),
      /^workspace\/plugin-invalid: .*an object without `apiVersion`/,
    ],
    [
      "an object that has nothing of a plugin",
      "@acme/hello",
      installed("@acme/hello", "export default { x: 3 };"),
      /^workspace\/plugin-invalid: .*an object without `name` and `apiVersion`/,
    ],
    [
      "a version of the contract that is text",
      "@acme/hello",
      installed("@acme/hello", 'export default { name: "hello", apiVersion: "1" };'),
      /^workspace\/plugin-invalid: .*an object whose `apiVersion` is the text "1", expected a number/,
    ],
    [
      "a name that is none",
      "@acme/hello",
      installed("@acme/hello", "export default { name: 3, apiVersion: 1 };"),
      /^workspace\/plugin-invalid: .*an object whose `name` is `3`, expected the name of a target/,
    ],
  ] as const)("%s", async (_, text, files, expected) => {
    expect(await load(text, files)).toMatch(expected);
  });

  test("when it brings its own copy of @dpm/core", async () => {
    const files = {
      ...installed("@acme/hello"),
      "node_modules/@acme/hello/node_modules/@dpm/core/package.json": esm("./index.js"),
      "node_modules/@acme/hello/node_modules/@dpm/core/index.js": "",
    };
    expect(await load("@acme/hello", files)).toMatch(/^workspace\/duplicate-core: .*node_modules\/@dpm\/core\) than/);
  });

  test("but not when it shares dpm's", async () => {
    const folder = temporaryFolder(installed("@acme/hello"));
    fs.mkdirSync(join(folder, "node_modules/@dpm"), { recursive: true });
    fs.symlinkSync(join(import.meta.dirname, "../../core"), join(folder, "node_modules/@dpm/core"));
    expect(await loadPlugin({ text: "@acme/hello" }, "x", folder)).toMatchObject({ plugin: { name: "@acme/hello" } });
  });
});

describe("targets", () => {
  const configured = [
    { name: "@acme/hello", options: {} },
    { name: "nginx", options: {} },
  ];
  const files = { ...installed("@acme/hello", source("hello")), ...installed("@dpm/plugin-nginx", source("nginx")) };

  test("are named like their plugin where the configuration names a package", async () => {
    const { targets, only } = await loadTargets(configured, undefined, temporaryFolder(files));
    expect([targets.map((one) => one.name), only]).toEqual([["hello", "nginx"], undefined]);
  });

  test("are chosen by either name, and all plugins are loaded all the same", async () => {
    for (const wanted of ["hello", "@acme/hello"]) {
      const { targets, only } = await loadTargets(configured, [wanted], temporaryFolder(files));
      expect([targets.length, only]).toEqual([2, ["hello"]]);
    }
  });

  test("that are not configured cannot be chosen", async () => {
    const { diagnostics } = await loadTargets(configured, ["ngnix"], temporaryFolder(files));
    expect(diagnostics).toMatchObject([{ code: "workspace/unknown-target", help: "write `nginx` if that is meant" }]);
  });
});
