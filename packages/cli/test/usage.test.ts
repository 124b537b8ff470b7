import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dpm, hello, project } from "./dpm.ts";

const commands = ["init", "generate", "check", "plan", "report", "simulate", "why", "model", "targets", "explain"];
const cwd = project({});

test.each([["--version"], ["-v"]])("%s prints the version of the package and nothing else", async (flag) => {
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    readonly version: string;
  };
  expect(await dpm([flag], { cwd })).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: "" });
});

test.each([[[]], [["--help"]], [["help"]]])("%j lists every command on standard output", async (args) => {
  const { code, stdout, stderr } = await dpm(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^  ${command} `, "m"));
});

test.each(commands)("help of %s shows examples", async (command) => {
  const { code, stdout, stderr } = await dpm(["help", command], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(new RegExp(`^Usage: dpm ${command} `));
  expect(stdout).toMatch(new RegExp(`Examples:\n  dpm ${command}`));
  expect(await dpm([command, "--help"], { cwd })).toMatchObject({ code: 0, stdout });
});

test.each([
  [["genrate"], "unknown command `genrate`", "write `generate` if that is meant"],
  [["gen"], "unknown command `gen`", "write `generate` if that is meant"],
  [["florb"], "unknown command `florb`", "run `dpm --help` to see what can be written"],
  [["generate", "--taget", "x"], "unknown option `--taget`", "write `--target` if that is meant"],
  [["check", "--format", "xml"], "is invalid. Allowed choices are text, json", "run `dpm help check`"],
  [["simulate", "--requests", "many"], "A whole number from 1 on was expected", "run `dpm help simulate`"],
  [["simulate", "--requests", "0"], "A whole number from 1 on was expected", "run `dpm help simulate`"],
  [["simulate", "--backend", "down", "--script", "s.json"], "cannot be used with", "run `dpm help simulate`"],
  [
    ["generate", "--strict", "impossibel"],
    "Allowed choices are approximated, impossible, warning",
    "run `dpm help generate`",
  ],
  [["generate", "--target", ""], "At least one name was expected", "run `dpm help generate`"],
  [["generate", "--target", "nginx", "--target", " , "], "At least one name was expected", "run `dpm help generate`"],
  [["report", "--target="], "At least one name was expected", "run `dpm help report`"],
  [["init", "--target", ""], "At least one name was expected", "run `dpm help init`"],
  [["generate", "--strict="], "Allowed choices are approximated, impossible, warning", "run `dpm help generate`"],
  [["why"], "missing required argument", "run `dpm help why`"],
  [["why", "nowhere"], "`nowhere` is no place", "run `dpm help why`"],
  [["explain", "a", "b"], "too many arguments", "run `dpm help explain`"],
])("%j is refused with exit code 2 and a remedy", async (args, fact, remedy) => {
  const { code, stdout, stderr } = await dpm(args, { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  expect(stderr).toContain("error cli/usage\n");
  expect(stderr).toContain(fact);
  expect(stderr).toContain(remedy);
});

test.each([
  [["generate", "--json", "--taget", "x"], "unknown option `--taget`"],
  [["check", "--frmat", "--format", "json"], "unknown option `--frmat`"],
  [["simulate", "--format=json", "--requests", "0"], "A whole number from 1 on was expected"],
  [["generate", "--target", "", "--json"], "At least one name was expected"],
  [["why", "nowhere", "--format", "json"], "`nowhere` is no place"],
  [["genrate", "--json"], "unknown command `genrate`"],
])("%j is refused as the one JSON object that was asked for", async (args, fact) => {
  const { code, stdout, stderr } = await dpm(args, { cwd });
  expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
  const { diagnostics } = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly code: string; readonly message: string }[];
  };
  expect(diagnostics.map((one) => one.code)).toEqual(["cli/usage"]);
  expect(diagnostics[0]?.message).toContain(fact);
});

test("what follows --strict is classes where it names them, else a file", async () => {
  const folder = hello();
  const strict = async (...args: readonly string[]) =>
    (await dpm(["generate", "--dry-run", "--format", "json", ...args], { cwd: folder })).stdout;
  const errors = (json: string) =>
    (
      JSON.parse(json) as { readonly diagnostics: readonly { readonly code: string; readonly severity: string }[] }
    ).diagnostics
      .filter((one) => one.severity === "error")
      .map((one) => one.code);
  const both = ["hello/at-most-three", "hello/never-loud"];
  expect(errors(await strict("--strict"))).toEqual(both);
  expect(errors(await strict("--strict", "main.dpm"))).toEqual(both);
  expect(errors(await strict("--strict", "impossible"))).toEqual(["hello/never-loud"]);
  expect(errors(await strict("--strict=approximated,impossible", "main.dpm"))).toEqual(both);
  expect(errors(await strict())).toEqual([]);
});
