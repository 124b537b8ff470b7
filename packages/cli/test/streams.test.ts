import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, greetings, hello, project, repository, start } from "./dpm.ts";

const escape = "\u001B[";
const wrong = hello({ "main.dpm": "greeting A { txet: 1 }" });

test("without a terminal nothing is coloured, with FORCE_COLOR both streams are, with NO_COLOR none", async () => {
  const cwd = hello();
  expect((await dpm(["generate", "--dry-run"], { cwd })).stdout).not.toContain(escape);
  expect((await dpm(["generate", "--dry-run"], { cwd, env: { FORCE_COLOR: "1" } })).stdout).toContain(escape);
  expect((await dpm(["check"], { cwd: wrong, env: { FORCE_COLOR: "1" } })).stderr).toContain(escape);
  expect((await dpm(["check"], { cwd: wrong, env: { NO_COLOR: "1" } })).stderr).not.toContain(escape);
});

test("colours change nothing but colours", async () => {
  const [plain, coloured] = await Promise.all(
    [{}, { FORCE_COLOR: "1" }].map((env) => dpm(["check"], { cwd: wrong, env })),
  );
  expect(coloured?.stderr.replace(/\u001B\[\d+m/g, "")).toBe(plain?.stderr);
});

test("JSON is never coloured", async () => {
  const { stdout } = await dpm(["check", "--format", "json"], { cwd: wrong, env: { FORCE_COLOR: "1" } });
  expect(JSON.parse(stdout)).toHaveProperty("diagnostics");
});

test("diagnostics go to standard error, what was asked for to standard output", async () => {
  const failed = await dpm(["check"], { cwd: wrong });
  expect({ ...failed, stderr: "" }).toEqual({ code: 1, stdout: "", stderr: "" });
  expect(await dpm(["check"], { cwd: hello() })).toEqual({
    code: 0,
    stdout: "main.dpm · 3 components · 3 blocks   no errors\n",
    stderr: "",
  });
});

test("a model with thousands of mistakes shows the first fifty and counts the rest", async () => {
  const cwd = hello({
    "main.dpm": Array.from({ length: 3000 }, (_, index) => `greeting G${index} { text: "hi" txet: 1 }`).join("\n"),
  });
  const { code, stderr } = await dpm(["check"], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/^error /gm)).toHaveLength(50);
  expect(stderr).toMatch(/errors in main\.dpm, \d+ of them not shown/);
});

test.each([
  ["check", "--format", "json"],
  ["generate", "--dry-run", "--json"],
  ["report", "--format", "json"],
  ["model", "--json"],
  ["targets", "--format", "json"],
  ["simulate", "Florb", "--format", "json"],
  ["explain", "hello/rude", "--format", "json"],
])("what a configuration and a plugin print is no part of the JSON of dpm %s %s %s", async (...args) => {
  const cwd = project({
    "main.dpm": greetings,
    "loud.ts": `import hello from "./hello/plugin.ts";
console.log("loaded");
export default {
  ...hello,
  validate: (context) => (console.info("validated"), process.stdout.write("directly\\n"), hello.validate(context)),
};
`,
    "dpm.config.ts": `console.log("configured");
export default { targets: { hello: { plugin: "./loud.ts" } } };
`,
  });
  const { stdout, stderr } = await dpm(args, { cwd });
  expect(JSON.parse(stdout)).toBeTypeOf("object");
  expect(stderr).toContain("configured\nloaded\n");
});

test("a reader that closes the pipe ends the run quietly", () => {
  const cwd = hello({
    "main.dpm": Array.from({ length: 3000 }, (_, index) => `greeting G${index} { text: "hi", times: 9 }`).join("\n"),
  });
  const command = `${process.execPath} --conditions=@dpm/source ${join(repository, "packages/cli/src/bin.ts")} report --format json | head -c 10`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
  expect({ length: stdout.length, stderr }).toEqual({ length: 10, stderr: "" });
});

test("so does one that closes it while a plugin writes; what else breaks in a plugin is a failure", () => {
  const run = (body: string, reader: string): { readonly text: string; readonly code: string } => {
    const plugin = `${body}\nexport default { name: "loud", apiVersion: 1 };\n`;
    const cwd = project({ "loud.js": plugin, ".dpmrc.json": '{ "plugins": ["./loud.js"] }', "main.dpm": greetings });
    const check = `${process.execPath} --conditions=@dpm/source ${join(repository, "packages/cli/src/bin.ts")} targets`;
    const command = `{ ${check}; echo $? > code; } 2>&1 >/dev/null | ${reader}`;
    const { stdout } = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8" });
    return { text: stdout, code: readFileSync(join(cwd, "code"), "utf8").trim() };
  };
  const much = `for (let n = 0; n < 20_000; n++) process.stdout.write("a line of a plugin\\n");`;
  expect(run(much, "head -c 10")).toEqual({ text: "a line of ", code: "0" });
  const theirs = `setTimeout(() => { throw Object.assign(new Error("gone"), { code: "EPIPE" }); }, 0);`;
  expect(run(theirs, "cat")).toEqual({ text: expect.stringContaining("dpm itself failed"), code: "70" });
});

test("Ctrl-C leaves all files or none, and no temporary ones", async () => {
  const many = Array.from({ length: 400 }, (_, index) => `greeting G${index} { text: "hi" }`).join("\n");
  const endings: number[] = [];
  for (const delay of [100, 300, 500, 700]) {
    const cwd = hello({ "main.dpm": many });
    const child = start(["generate"], { cwd });
    const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
    setTimeout(() => child.kill("SIGINT"), delay);
    await ended;
    const made = existsSync(join(cwd, "generated", "hello")) ? readdirSync(join(cwd, "generated", "hello")).length : 0;
    endings.push(made);
    if (made === 0) expect(existsSync(join(cwd, "generated"))).toBe(false);
    const { code } = await dpm(["generate"], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, "generated", "hello"))).toHaveLength(400);
  }
  expect(endings.every((made) => made === 0 || made === 400)).toBe(true);
});

test("when dpm itself fails it says so in one line, with exit code 70, and shows its stack only when asked", async () => {
  const plugin = `export default { name: "odd", apiVersion: 1, get support() { throw new Error("boom\\nsecond line"); } };`;
  const cwd = project({ "odd.js": plugin, ".dpmrc.json": '{ "targets": { "odd": { "plugin": "./odd.js" } } }' });
  const { code, stdout, stderr } = await dpm(["targets"], { cwd });
  expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
  expect(stderr).toMatch(
    /^dpm itself failed, and not because of your files: Error: boom\. Please report this bug .*\n$/,
  );
  const shown = await dpm(["targets"], { cwd, env: { DEBUG: "1" } });
  expect(shown.stderr).toContain("    at ");
});

test("a plugin that fails outside of the line still shows no stack trace", async () => {
  const plugin = `setTimeout(() => { throw new Error("late"); }, 0);\nexport default { name: "late", apiVersion: 1 };\n`;
  const cwd = project({ "late.js": plugin, ".dpmrc.json": '{ "plugins": ["./late.js"] }', "main.dpm": greetings });
  const { code, stderr } = await dpm(["check"], { cwd });
  expect(code).toBe(70);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test("the repository's own dpm passes on arguments, streams, exit codes and signals", () => {
  const bin = join(repository, "packages", "cli", "bin", "dev.js");
  const { status, stderr } = spawnSync(process.execPath, [bin, "check"], { cwd: wrong, encoding: "utf8" });
  expect(status).toBe(1);
  expect(stderr).toContain("error core/unknown-field");
});
