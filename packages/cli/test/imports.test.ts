import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { dpm, hello, repository } from "./dpm.ts";

/** The modules that a run loads, as paths in the repository. */
function loaded(args: readonly string[], cwd: string): readonly string[] {
  const trace = fileURLToPath(new URL("trace-imports.mjs", import.meta.url));
  const main = join(repository, "packages/cli/src/bin.ts");
  const { stderr } = spawnSync(process.execPath, ["--conditions=@dpm/source", "--import", trace, main, ...args], {
    cwd,
    encoding: "utf8",
  });
  const last = stderr.trimEnd().split("\n").at(-1) ?? "";
  const base = `${pathToFileURL(repository).href}/`;
  return (JSON.parse(last) as readonly string[]).map((url) => (url.startsWith(base) ? url.slice(base.length) : url));
}

test("telling the version loads nothing else", () => {
  expect(loaded(["--version"], repository)).toEqual(["packages/cli/src/bin.ts"]);
});

test("help loads neither the core nor the workspace", () => {
  const modules = loaded(["help", "generate"], repository);
  expect(modules).toContain("packages/cli/src/commands/generate.ts");
  expect(modules.filter((one) => /^packages\/(?!cli\/)/.test(one))).toEqual([]);
});

test("a run loads the code of its own command, the configured plugins, and no reader of YAML, no prompts", () => {
  const modules = loaded(["check"], hello());
  expect(modules.filter((one) => one.startsWith("packages/cli/src/actions/"))).toEqual([
    "packages/cli/src/actions/check.ts",
  ]);
  expect(modules.filter((one) => /^plugins\/|^packages\/simulate\/|\/node_modules\/(yaml|@clack)\//.test(one))).toEqual(
    [],
  );
});

test.each(["generate", "check"])(
  "dpm %s alone loads no reader of arguments, and does what it does with them",
  async (name) => {
    const cwd = hello();
    expect(loaded([name], cwd).filter((one) => /\/commander\//.test(one))).toEqual([]);
    expect(loaded([name, "--notes"], cwd).filter((one) => /\/commander\//.test(one))).not.toEqual([]);
    for (const run of [cwd, hello({ "main.dpm": "greeting A { txet: 1 }" })])
      expect(await dpm([name], { cwd: run })).toEqual(await dpm([name, "--format", "text"], { cwd: run }));
  },
);
