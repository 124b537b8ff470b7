import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { catalogue } from "@dpm/core";
import { expect, test } from "vitest";
import { dpm, hello, project } from "./dpm.ts";

test("a code of dpm's own is explained without a project", async () => {
  const { code, stdout } = await dpm(["explain", "core/dead-attempt"], { cwd: project({}) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/core\/dead-attempt/);
  expect(Object.hasOwn(catalogue(), "core/dead-attempt")).toBe(true);
});

test("the command's own codes have a page", async () => {
  const { stdout } = await dpm(["explain", "cli/which-component"], { cwd: project({}) });
  expect(stdout).toMatch(/^cli\/which-component\n\nSeveral components have a policy/);
});

test("a configured plugin's codes are known, and its texts where it has no page", async () => {
  const { code, stdout } = await dpm(["explain", "hello/rude"], { cwd: hello() });
  expect(code).toBe(0);
  expect(stdout).toBe("error hello/rude\n  `<text>` is no greeting\n  help: say something kind\n");
  const json = await dpm(["explain", "hello/rude", "--format", "json"], { cwd: hello() });
  expect(JSON.parse(json.stdout)).toEqual({
    code: "hello/rude",
    severity: "error",
    message: "`{text}` is no greeting",
    help: "say something kind",
  });
});

const page = "# hello/rude\n\nThis is rude.\n";
const plugin = (owner: string): string =>
  `export default { name: "hello", apiVersion: 1, diagnostics: { catalogue: { owner: "${owner}", entries: { rude: { severity: "error", message: "x" } } } } };\n`;

test.each([
  ["a path", { "hello/diagnostics/rude.md": page }, "./hello/plugin.ts"],
  [
    "a path into a package",
    { "p/package.json": "{}", "p/dist/index.mjs": plugin("hello"), "p/diagnostics/rude.md": page },
    "./p/dist/index.mjs",
  ],
  [
    "a full name",
    {
      "sub/node_modules/@acme/greet/package.json": '{ "exports": "./dist/index.mjs" }',
      "sub/node_modules/@acme/greet/dist/index.mjs": plugin("hello"),
      "sub/node_modules/@acme/greet/diagnostics/rude.md": page,
    },
    "@acme/greet",
  ],
])("the page of a plugin that is configured by %s is found", async (_, files, name) => {
  const cwd = join(project({ ...files, "sub/package.json": "{}" }), name.startsWith(".") ? "." : "sub");
  writeFileSync(join(cwd, ".dpmrc.json"), JSON.stringify({ targets: { hello: { plugin: name } } }));
  const { code, stdout } = await dpm(["explain", "hello/rude"], { cwd });
  expect({ code, stdout }).toEqual({ code: 0, stdout: page.replace("# ", "") });
});

test("a page of the same name that is another owner's is not taken for it", async () => {
  const files = { "p/index.mjs": plugin("other"), "p/diagnostics/rude.md": page };
  const config = JSON.stringify({
    targets: { hello: { plugin: "./hello/plugin.ts" }, other: { plugin: "./p/index.mjs" } },
  });
  const { stdout } = await dpm(["explain", "hello/rude"], { cwd: project({ ...files, ".dpmrc.json": config }) });
  expect(stdout).toMatch(/^error hello\/rude\n/);
});

test.each([
  ["core/dead-atempt", "write `core/dead-attempt` if that is meant"],
  ["dead-attempt", "write `core/dead-attempt` if that is meant"],
  ["CORE/DEAD_ATTEMPT", "write `core/dead-attempt` if that is meant"],
  ["florb", "write a code as a diagnostic shows it"],
])("%s is no code: %s", async (code, help) => {
  const ending = await dpm(["explain", code], { cwd: project({}) });
  expect(ending).toMatchObject({ code: 2, stdout: "" });
  expect(ending.stderr).toContain(help);
});
