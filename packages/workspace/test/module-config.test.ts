import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { indexLines, type Diagnostic } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

interface Printed {
  readonly targets?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What Node prints, started from source. */
function read(name: string, text: string, more: Readonly<Record<string, string>> = {}): Printed {
  const script = join(import.meta.dirname, "print-config.ts");
  const folder = temporaryFolder({ [name]: text, ...more });
  const { stdout, stderr } = spawnSync(process.execPath, ["--conditions=@dpm/source", script, folder], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
  // What Node has to say of the way that a module is written is nothing for who writes a configuration.
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Printed;
}

test.each([
  [".dpmrc.ts", 'const targets: readonly string[] = ["nginx"];\nexport default { targets };\n'],
  [".dpmrc.mjs", 'export default { targets: ["nginx"] };\n'],
  [".dpmrc.js", 'module.exports = { targets: ["nginx"] };\n'],
  ["dpm.config.ts", 'interface X { a: string }\nexport default { targets: ["nginx"] } satisfies object;\n'],
  ["dpm.config.mjs", "export default Promise.resolve({ targets: ['nginx'] });\n"],
  ["dpm.config.js", 'export default { targets: ["nginx"] };\n'],
])("a configuration may be the module %s: %s", (name, text) => {
  expect(read(name, text)).toEqual({ targets: ["nginx"], diagnostics: [] });
});

test.each([
  ["that throws", "dpm.config.ts", 'const x: string = "a";\nthrow new TypeError(x);\n', "config-failed 2:7"],
  ["that is cut off", "dpm.config.mjs", "const x = 1;\nexport default {\n", "config-failed 1:1"],
  ["that is no TypeScript", "dpm.config.ts", "const x = 1;\nexport default { out: \n", "config-failed 2:1"],
  [
    "that imports what is not there",
    "dpm.config.ts",
    'import x from "nowhere";\nexport default x;\n',
    "config-failed 1:1",
  ],
  ["without a default", "dpm.config.mjs", "export const targets = [];\n", "config-not-object 1:1"],
  ["whose default is no object", "dpm.config.mjs", "export default 3;\n", "config-not-object 1:1"],
])("a module %s is a mistake in its place", (_, name, text, expected) => {
  const { diagnostics } = read(name, text);
  const [{ code, span, message } = { code: "", message: "" }] = diagnostics;
  const { line, column } = indexLines(text).position(span?.start ?? -1);
  expect(`${code} ${line}:${column}`).toBe(`workspace/${expected}`);
  expect(message).not.toContain("\n");
  expect(diagnostics).toHaveLength(1);
});

test("a function where a text belongs is a wrong type", () => {
  const { diagnostics } = read(
    "dpm.config.mjs",
    "export default { out: () => 'x', targets: { nginx: { a: new Date() } } };\n",
  );
  expect(diagnostics.map((one) => one.code)).toEqual(["core/wrong-type", "core/wrong-type"]);
});

describe.each([["commonjs"], ["module"], [undefined]])("in a package of the type %s", (type) => {
  const manifest = { "package.json": JSON.stringify({ name: "shop", ...(type !== undefined && { type }) }) };

  test.each([
    ["dpm.config.ts", 'const targets: readonly string[] = ["nginx"];\nexport default { targets };\n'],
    ["dpm.config.js", 'export default { targets: ["nginx"] };\n'],
    [".dpmrc.ts", 'export default { targets: ["nginx"] };\n'],
    [".dpmrc.js", 'export default { targets: ["nginx"] };\n'],
    ["dpm.config.js", 'module.exports = { targets: ["nginx"] };\n'],
    ["dpm.config.js", '#!/usr/bin/env node\nexports.targets = [require("node:path").basename("/nginx")];\n'],
    ["dpm.config.ts", 'const targets: readonly string[] = ["nginx"];\nmodule.exports = { targets };\n'],
    ["dpm.config.mjs", 'export default { targets: ["nginx"] };\n'],
  ])("%s is what it is written as: %s", (name, text) => {
    expect(read(name, text, manifest)).toEqual({ targets: ["nginx"], diagnostics: [] });
  });

  test("what a configuration imports is what it is written as", () => {
    const config =
      'import { nginx } from "./shared/names.ts";\nimport { out } from "./shared/out.js";\nexport default { out, targets: [nginx] };\n';
    const shared = {
      "shared/names.ts": 'export const nginx: string = "nginx";\n',
      "shared/out.js": 'export const out = "made";\n',
    };
    expect(read("dpm.config.ts", config, { ...manifest, ...shared })).toEqual({ targets: ["nginx"], diagnostics: [] });
  });

  test("a mistake is in its place and says nothing of how the module was loaded", () => {
    const { diagnostics } = read("dpm.config.ts", 'import { x } from "./none.ts";\nexport default x;\n', manifest);
    expect(diagnostics.map((one) => one.code)).toEqual(["workspace/config-failed"]);
    expect(diagnostics[0]?.message).toContain("none.ts");
    expect(diagnostics[0]?.message).not.toContain("mtime");
  });
});

test.each([
  ["a key that is written once", "{\n  tragets: { nginx: {} },\n}", "2:3", "did you mean `targets`?"],
  ["a key that is written more often", "{ tragets: {} /* tragets: */ }", "1:1", "did you mean `targets`?"],
  ["a key in quotes", '{\n  "ouut": "x" }', "2:4", "did you mean `out`?"],
  ["a list", '{\n  strict: ["imposible"] }', "2:3", "did you mean `impossible`?"],
])("a mistake in the value of a module has a place and a suggestion: %s", (_, value, place, label) => {
  const text = `export default ${value};\n`;
  const { diagnostics } = read("dpm.config.js", text);
  expect(diagnostics.map((one) => [one.span?.file, one.label])).toEqual([["dpm.config.js", label]]);
  const { line, column } = indexLines(text).position(diagnostics[0]?.span?.start ?? -1);
  expect(`${line}:${column}`).toBe(place);
});

test("a number that JSON does not have is refused in its place", () => {
  const { diagnostics } = read("dpm.config.js", "export default {\n  targets: { nginx: { size: 10n } } };\n");
  expect(diagnostics.map((one) => [one.code, one.span?.file, one.span?.start])).toEqual([
    ["workspace/config-failed", "dpm.config.js", 39],
  ]);
  expect(diagnostics[0]?.message).toContain("`targets.nginx.size` is a bigint, expected a number or text");
});

test.each([
  ["a getter that throws", "{ get targets() { throw new Error('no') } }", "reading `targets` threw Error: no"],
  [
    "a getter that throws further in",
    "{ targets: { nginx: { get a() { throw 3 } } } }",
    "reading `targets.nginx.a` threw 3",
  ],
  [
    "a proxy that throws",
    "new Proxy({}, { ownKeys: () => { throw new Error('no') } })",
    "reading its value threw Error: no",
  ],
  ["a value that holds itself", "(() => { const a = {}; a.a = a; return a; })()", "nested deeper than 64 levels"],
  [
    "a value that grows as it is read",
    "(() => { let a = {}; for (let i = 0; i < 40; i++) a = { a, b: a }; return a; })()",
    "more than 10000 values",
  ],
])("%s is a mistake of the configuration", (_, value, problem) => {
  const { diagnostics } = read("dpm.config.js", `export default ${value};\n`);
  expect(diagnostics.map((one) => [one.code, one.span?.file])).toEqual([["workspace/config-failed", "dpm.config.js"]]);
  expect(diagnostics[0]?.message).toContain(problem);
});

test.each([
  ["a default that never comes", "export default new Promise(() => {});\n"],
  ["a module that waits for nothing", "await new Promise(() => {});\nexport default {};\n"],
])("%s is a mistake after a few seconds", { timeout: 30_000 }, (_, text) => {
  const { diagnostics } = read("dpm.config.mjs", text);
  expect(diagnostics.map((one) => one.code)).toEqual(["workspace/config-failed"]);
  expect(diagnostics[0]?.message).toContain("it is not done after 5 seconds");
});
