import { catalogue } from "@dpm/core";
import { expect, test } from "vitest";
import { dpm, hello, project } from "./dpm.ts";

test("a code of dpm's own is explained without a project", async () => {
  const { code, stdout } = await dpm(["explain", "core/dead-attempt"], { cwd: project({}) });
  expect(code).toBe(0);
  expect(stdout).toMatch(/core\/dead-attempt/);
  expect(Object.hasOwn(catalogue, "core/dead-attempt")).toBe(true);
});

test("the command's own codes have a page", async () => {
  const { stdout } = await dpm(["explain", "cli/which-component"], { cwd: project({}) });
  expect(stdout).toMatch(/^cli\/which-component\n\nSeveral components have a policy/);
});

test("a configured plugin's codes are known, and its texts where it has no page", async () => {
  const { code, stdout } = await dpm(["explain", "hello/rude"], { cwd: hello() });
  expect(code).toBe(0);
  expect(stdout).toBe("error hello/rude\n  `{text}` is no greeting\n  help: say something kind\n");
  const json = await dpm(["explain", "hello/rude", "--format", "json"], { cwd: hello() });
  expect(JSON.parse(json.stdout)).toEqual({
    code: "hello/rude",
    severity: "error",
    message: "`{text}` is no greeting",
    help: "say something kind",
  });
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
