import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { indexLines, type Diagnostic } from "@dpm/core";
import { expect, test } from "vitest";
import { temporaryFolder } from "./temporary-folder.ts";

interface Printed {
  readonly targets?: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** What Node prints, started from source. */
function read(name: string, text: string): Printed {
  const script = join(import.meta.dirname, "print-config.ts");
  const folder = temporaryFolder({ [name]: text });
  const { stdout, stderr } = spawnSync(process.execPath, ["--conditions=@dpm/source", script, folder], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(stderr);
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
