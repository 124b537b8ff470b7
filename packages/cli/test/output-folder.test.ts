import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { expect, test } from "vitest";
import { dpm, hello, repository } from "./dpm.ts";

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** Runs as somebody to whom permissions apply. */
function generateUnprivileged(cwd: string): ReturnType<typeof spawnSync> {
  const bin = join(repository, "packages/cli/src/bin.ts");
  const who = isRoot ? { uid: nobody, gid: nobody } : {};
  return spawnSync(process.execPath, ["--conditions=@dpm/source", bin, "generate"], { cwd, encoding: "utf8", ...who });
}

const canBeNobody = !isRoot || spawnSync(process.execPath, ["-e", "0"], { uid: nobody, gid: nobody }).status === 0;

test.skipIf(!canBeNobody)(
  "a folder that cannot be written is told with exit code 6, and nothing is left behind (needs a Node that every user may run)",
  () => {
    const cwd = hello();
    mkdirSync(join(cwd, "generated"));
    chmodSync(join(cwd, "generated"), 0o555);
    chmodSync(cwd, 0o555);
    const { status, stdout, stderr } = generateUnprivileged(cwd);
    expect({ status, stdout }).toEqual({ status: 6, stdout: "" });
    expect(stderr).toContain("error workspace/could-not-write");
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(join(cwd, "generated"))).toEqual([]);
    chmodSync(cwd, 0o755);
  },
);

test("a file in the place of the output folder stays as it is", async () => {
  const cwd = hello({ generated: "mine" });
  const { code, stderr } = await dpm(["generate"], { cwd });
  expect(code).toBe(6);
  expect(stderr).toContain("`generated` is in the way");
  expect(readFileSync(join(cwd, "generated"), "utf8")).toBe("mine");
});

test("a link that leads out of the project is not followed", async () => {
  const outside = hello();
  const cwd = hello();
  symlinkSync(outside, join(cwd, "generated"));
  const { code, stderr } = await dpm(["generate"], { cwd });
  expect(code).toBe(6);
  expect(stderr).toContain("error workspace/path-outside");
  expect(existsSync(join(outside, "hello", "Plain.properties"))).toBe(false);
});

test.each(["..", "/tmp/dpm-outside", "../sibling"])("--out %s is refused", async (out) => {
  const { code, stderr } = await dpm(["generate", "--out", out], { cwd: hello() });
  expect(code).toBe(2);
  expect(stderr).toContain("outside the project");
});

test("a plugin that throws in the middle leaves no file of anybody", async () => {
  const cwd = hello({ "b.dpm": 'greeting Zed { text: "crash" }' });
  const { code, stdout, stderr } = await dpm(["generate"], { cwd });
  expect({ code, stdout }).toEqual({ code: 70, stdout: "" });
  expect(stderr).toContain("error core/plugin-crashed");
  expect(stderr).toContain("plugin `hello` failed in stage emit: Error: the plugin fell over");
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

test("files of an earlier run are untouched by a failing one", async () => {
  const cwd = hello();
  await dpm(["generate"], { cwd });
  const before = readFileSync(join(cwd, "generated/hello/Plain.properties"), "utf8");
  writeFileSync(join(cwd, "main.dpm"), 'greeting Plain { text: "boo" }');
  expect((await dpm(["generate"], { cwd })).code).toBe(1);
  expect(readFileSync(join(cwd, "generated/hello/Plain.properties"), "utf8")).toBe(before);
  expect(readdirSync(join(cwd, "generated/hello"))).toHaveLength(3);
});
