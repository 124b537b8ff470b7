import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, project, repository } from "./dpm.ts";

test("without a terminal it writes a model that generates for every installed target", async () => {
  const cwd = project({});
  const { code, stdout } = await dpm(["init"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("dpm generate");
  expect(stdout).not.toContain("npm install");
  expect(
    Object.keys((JSON.parse(readFileSync(join(cwd, ".dpmrc.json"), "utf8")) as { readonly targets: object }).targets),
  ).toEqual(["compose", "istio", "nginx", "resilience4j"]);
  const check = await dpm(["check"], { cwd });
  expect(check).toMatchObject({ code: 0 });
  expect(check.stderr).not.toMatch(/^warning/m);
  expect((await dpm(["generate"], { cwd })).code).toBe(0);
});

test("--name and --target are followed, and what is not installed is told", async () => {
  const cwd = project({});
  const { code, stdout } = await dpm(["init", "--name", "Billing", "--target", "nginx,florb"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("npm install --save-dev @dpm/plugin-florb");
  expect(readFileSync(join(cwd, "main.dpm"), "utf8")).toContain("fault_tolerance Billing {");
  expect(readFileSync(join(cwd, "main.dpm"), "utf8")).not.toContain("deploy_docker_compose");
});

test.each([["main.dpm"], [".dpmrc.json"], [".dpmrc.yaml"]])("where there is a %s nothing is written", async (name) => {
  const cwd = project({ [name]: "{}" });
  const before = readdirSync(cwd);
  const { code, stderr } = await dpm(["init", "--yes"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(`\`${name}\` exists already`);
  expect(readdirSync(cwd)).toEqual(before);
});

test("when the second file cannot be written the first is taken back", async () => {
  const cwd = project({});
  symlinkSync("nowhere/else", join(cwd, ".dpmrc.json"));
  const { code, stderr } = await dpm(["init", "--yes"], { cwd });
  expect(code).toBe(6);
  expect(stderr).toContain("error cli/could-not-write");
  expect(existsSync(join(cwd, "main.dpm"))).toBe(false);
});

test("a name that no block can have is refused", async () => {
  const cwd = project({});
  expect(await dpm(["init", "--name", 'A" {'], { cwd })).toMatchObject({ code: 2 });
  expect(existsSync(join(cwd, "main.dpm"))).toBe(false);
});

const hasScript = spawnSync("script", ["--version"]).status === 0;

// `script` gives the command a terminal to ask in.
test.skipIf(!hasScript)(
  "in a terminal it asks; Ctrl-C writes nothing (needs the command `script` of util-linux)",
  async () => {
    const answered = project({});
    const asked = inTerminal(answered, "\r\r");
    expect(asked.stdout).toContain("What is the first service called?");
    expect(asked.stdout).toContain("What should be generated?");
    expect(existsSync(join(answered, "main.dpm"))).toBe(true);
    const abandoned = project({});
    expect(inTerminal(abandoned, "\u0003").stdout).toContain("Nothing was written.");
    expect(existsSync(join(abandoned, "main.dpm"))).toBe(false);
  },
);

/** Sends each key when the question before it had the time to appear. */
function inTerminal(cwd: string, keys: string): ReturnType<typeof spawnSync> {
  const typing = [...keys]
    .map((key) => `sleep 2; printf '\\${key.charCodeAt(0).toString(8).padStart(3, "0")}'`)
    .join("; ");
  const command = `stty cols 100; ${process.execPath} --conditions=@dpm/source ${join(repository, "packages/cli/src/bin.ts")} init`;
  return spawnSync("sh", ["-c", `(${typing}; sleep 1) | script -qec "${command}" /dev/null`], {
    cwd,
    encoding: "utf8",
    timeout: 15_000,
  });
}
