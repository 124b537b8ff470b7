import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, greetings, hello } from "./dpm.ts";

const calls = `fault_tolerance A { calls: [Nowhere] }\n`;
const model = `${greetings}${calls}`;
const file = (cwd: string): string => join(cwd, "dpm.baseline.json");

interface Json {
  readonly diagnostics: readonly { readonly code: string }[];
  readonly baseline?: {
    readonly file: string;
    readonly known: number;
    readonly gone: readonly { readonly code: string }[];
  };
}

async function json(cwd: string, ...args: readonly string[]): Promise<Json & { readonly code: number }> {
  const { code, stdout } = await dpm(["check", "--format", "json", ...args], { cwd });
  return { ...(JSON.parse(stdout) as Json), code };
}

test("without a baseline its option is refused, and says how one is made", async () => {
  const { code, stderr } = await dpm(["check", "--baseline"], { cwd: hello() });
  expect(code).toBe(2);
  expect(stderr).toContain("error workspace/baseline-missing");
  expect(stderr).toContain("add `--update-baseline`");
});

test("what is accepted is not told again, errors too, until there is something new", async () => {
  const cwd = hello({ "main.dpm": model });
  expect((await dpm(["check"], { cwd })).code).toBe(1);
  const made = await dpm(["check", "--update-baseline"], { cwd });
  expect(made).toMatchObject({ code: 0, stderr: "" });
  const text = readFileSync(file(cwd), "utf8");
  const { known } = JSON.parse(text) as { readonly known: readonly { readonly code: string; readonly at: string }[] };
  expect(known).toContainEqual({
    code: "core/dangling-reference",
    at: "fault_tolerance A.calls",
    params: { name: "Nowhere" },
  });
  expect(text).not.toMatch(/"(line|start|offset|file)"/);

  const again = await dpm(["check", "--baseline"], { cwd });
  expect(again).toMatchObject({ code: 0, stderr: "" });
  expect(again.stdout).toContain(`no new errors; ${known.length} known finding`);

  writeFileSync(join(cwd, "main.dpm"), `${model}fault_tolerance B { calls: [Nowhere] }\n`);
  const more = await dpm(["check", "--baseline"], { cwd });
  expect(more.code).toBe(1);
  expect(more.stderr.match(/^error /gm)).toHaveLength(1);
  expect(more.stderr).toContain("main.dpm:6:");
  expect(more.stderr).toContain(`${known.length} known finding`);
});

test("what moves is not new: lines, blocks, files", async () => {
  const cwd = hello({ "main.dpm": model });
  await dpm(["check", "--update-baseline"], { cwd });
  writeFileSync(join(cwd, "main.dpm"), `\n\n${greetings}`);
  writeFileSync(join(cwd, "other.dpm"), `/// Moved.\n${calls.replace("{ ", "{\n\n  ")}`);
  expect(await json(cwd, "--baseline")).toMatchObject({ code: 0, diagnostics: [], baseline: { gone: [] } });
});

test("of several equal ones as many are known as there were", async () => {
  const twice = 'greeting Twice { text: "a" tone: loud }\n';
  const cwd = hello({ "main.dpm": `${greetings}${twice}` });
  await dpm(["check", "--update-baseline"], { cwd });
  const before = (await json(cwd, "--baseline")).baseline?.known ?? 0;
  writeFileSync(join(cwd, "main.dpm"), `${greetings}${twice}${twice}`);
  const { diagnostics, baseline } = await json(cwd, "--baseline");
  expect(baseline?.known).toBe(before);
  expect(diagnostics.length).toBeGreaterThan(0);
});

test("what is gone is named, and a new baseline is smaller", async () => {
  const cwd = hello({ "main.dpm": model });
  await dpm(["check", "--update-baseline"], { cwd });
  writeFileSync(join(cwd, "main.dpm"), greetings);
  const { code, stderr, stdout } = await dpm(["check", "--baseline"], { cwd });
  expect(code).toBe(0);
  expect(stderr).toContain("warning workspace/baseline-gone");
  expect(stderr).toContain("core/dangling-reference (fault_tolerance A.calls)");
  expect(stdout).toContain("no new errors");
  const { baseline } = await json(cwd, "--baseline");
  expect(baseline?.gone.map((one) => one.code)).toContain("core/dangling-reference");
  await dpm(["check", "--update-baseline"], { cwd });
  expect(readFileSync(file(cwd), "utf8")).not.toContain("dangling-reference");
  expect((await json(cwd, "--baseline")).baseline?.gone).toEqual([]);
});

test("a part of the model says nothing of what is gone, and makes no baseline", async () => {
  const cwd = hello({ "main.dpm": model, "second.dpm": "" });
  await dpm(["check", "--update-baseline"], { cwd });
  const before = readFileSync(file(cwd), "utf8");
  expect(await json(cwd, "--baseline", "second.dpm")).toMatchObject({ code: 0, baseline: { gone: [] } });
  const { code, stderr } = await dpm(["check", "--update-baseline", "second.dpm"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("workspace/baseline-partial");
  expect(readFileSync(file(cwd), "utf8")).toBe(before);
});

test("another file may be named, and without changes it is not written again", async () => {
  const cwd = hello({ "main.dpm": model });
  await dpm(["check", "--baseline", "known/../other.json", "--update-baseline"], { cwd });
  const text = readFileSync(join(cwd, "other.json"), "utf8");
  expect(await json(cwd, "--baseline=other.json")).toMatchObject({ code: 0, baseline: { file: "other.json" } });
  writeFileSync(join(cwd, "other.json"), text.replace('"version": 1', '"version": 2'));
  const { stderr } = await dpm(["check", "--baseline", "other.json"], { cwd });
  expect(stderr).toContain("error workspace/baseline-unreadable");
});

test("generate still refuses what check accepts", async () => {
  const cwd = hello({ "main.dpm": model });
  await dpm(["check", "--update-baseline"], { cwd });
  expect((await dpm(["generate"], { cwd })).code).toBe(1);
});

test("a broken configuration is never accepted", async () => {
  const cwd = hello({ ".dpmrc.json": '{ "tragets": {} }' });
  const { code, stderr } = await dpm(["check", "--update-baseline"], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("tragets");
  expect(() => readFileSync(file(cwd))).toThrow("ENOENT");
});

test.each(["github", "sarif"])("--format %s has only what is new", async (format) => {
  const cwd = hello({ "main.dpm": model });
  await dpm(["check", "--update-baseline"], { cwd });
  const { stdout } = await dpm(["check", "--baseline", "--notes", "--format", format], { cwd });
  expect(stdout).not.toContain("dangling-reference");
});
