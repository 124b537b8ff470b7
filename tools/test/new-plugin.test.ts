import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePlugin, nameProblem } from "../new-plugin/make-plugin.ts";
import { root } from "../packages.ts";
import { run } from "../program.ts";

const target = "my-gateway";
let house: string;
let plugin: string;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "dpm-new-plugin-"));
  plugin = join(house, "plugins", target);
  makePlugin(target, plugin);
  for (const shared of ["node_modules", "packages"]) symlinkSync(join(root, shared), join(house, shared));
  for (const file of [
    "tsconfig.base.json",
    "vitest.config.ts",
    ".prettierrc",
    ".dependency-cruiser.mjs",
    ".oxlintrc.json",
  ]) {
    cpSync(join(root, file), join(house, file));
  }
  writeFileSync(join(house, "tsconfig.json"), `{ "extends": "./tsconfig.base.json", "include": ["plugins"] }`);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test("a new plugin passes its own tests", async () => {
  const { code, output } = await run("vitest", ["run", "--root", house, "plugins"], {
    cwd: house,
    env: { NO_COLOR: "1" },
  });
  expect(output).toMatch(/Tests +\d+ passed \(/);
  expect(code).toBe(0);
});

test.each([
  ["tsc", ["--noEmit"]],
  ["oxlint", ["--type-aware", "--deny-warnings", "plugins"]],
  ["prettier", ["--check", "plugins/*/{src,test}/**", "plugins/*/*.md"]],
])("a new plugin satisfies %s", async (name, args) => {
  const { code, output } = await run(name, args, { cwd: house });
  expect(code, output).toBe(0);
});

test("the name is everywhere and the placeholder nowhere", () => {
  expect(readFileSync(join(plugin, "package.json"), "utf8")).toContain(`"@dpm/plugin-${target}"`);
  expect(existsSync(join(plugin, "fixtures", "servers", "expected", target, "shop.yaml"))).toBe(true);
  expect(readFileSync(join(plugin, "fixtures", "servers", "report.txt"), "utf8")).toContain(`${target}/not-lowered`);
});

test.each(["", "Nginx", "two words", "-x", "a--b", "../x", "a/b"])("%j is no name for a target", (name) => {
  expect(nameProblem(name, join(house, "plugins", "none"))).toMatch(/is no name for a target/);
});

test("a plugin that is there is not overwritten", () => {
  expect(nameProblem(target, plugin)).toMatch(/is there already/);
});
