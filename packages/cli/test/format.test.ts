import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, project, repository } from "./dpm.ts";

const untidy = "fault_tolerance   Shop {retry:3}\n";
const tidy = "fault_tolerance Shop {\n  retry: 3\n}\n";

const read = (folder: string, name: string): string => readFileSync(join(folder, name), "utf8");

test("the files of the model and what they import are written in one style, others stay", async () => {
  const cwd = project({
    "main.dpm": `import "parts/base.dpm"\n${untidy}`,
    "parts/base.dpm": "template  Base {}",
    "parts/other.dpm": untidy,
    "done.dpm": tidy,
  });
  const { code, stdout, stderr } = await dpm(["format"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe("  main.dpm         changed\n  parts/base.dpm   changed\n\n2 files formatted (1 unchanged)\n");
  expect(read(cwd, "main.dpm")).toBe(`import "parts/base.dpm"\n\n${tidy}`);
  expect(read(cwd, "parts/base.dpm")).toBe("template Base {}\n");
  expect(read(cwd, "parts/other.dpm")).toBe(untidy);
  expect((await dpm(["format"], { cwd })).stdout).toBe("3 files formatted already: nothing to write\n");
});

test("--check writes nothing, names what would change and ends with 3", async () => {
  const cwd = project({ "main.dpm": untidy, "done.dpm": tidy });
  const { code, stdout, stderr } = await dpm(["format", "--check"], { cwd });
  expect(code).toBe(3);
  expect(stdout).toBe("  main.dpm   changed\n\n1 of 2 files would change\n");
  expect(stderr).toContain("1 of 2 files are not as `dpm format` writes them: main.dpm");
  expect(read(cwd, "main.dpm")).toBe(untidy);
  expect((await dpm(["format", "--check", "done.dpm"], { cwd })).code).toBe(0);
});

test("a file with syntax errors is told with all of them and left as it is; the others are written", async () => {
  const broken = "fault_tolerance Shop {\n  list: [1 2 3]\n}\n";
  const cwd = project({ "broken.dpm": broken, "main.dpm": untidy });
  const { code, stderr } = await dpm(["format"], { cwd });
  expect(code).toBe(1);
  expect(stderr.match(/core\/missing-comma +broken\.dpm:2:/g)).toHaveLength(2);
  expect(read(cwd, "broken.dpm")).toBe(broken);
  expect(read(cwd, "main.dpm")).toBe(tidy);
});

test("what means nothing, or names plugins that are not there, is formatted all the same", async () => {
  const cwd = project({ "main.dpm": "florb  X { y: $z }", ".dpmrc.json": '{ "targets": { "nowhere": {} } }' });
  expect((await dpm(["format"], { cwd })).code).toBe(0);
  expect(read(cwd, "main.dpm")).toBe("florb X {\n  y: $z\n}\n");
});

test("bytes that are no text are not written as text", async () => {
  const bytes = Buffer.concat([Buffer.from("// "), Buffer.from([0xff]), Buffer.from("\na  B {}")]);
  const cwd = project({ "main.dpm": bytes });
  const { code, stderr } = await dpm(["format"], { cwd });
  expect(code).toBe(1);
  expect(stderr).toContain("workspace/invalid-utf8");
  expect(readFileSync(join(cwd, "main.dpm"))).toEqual(bytes);
});

test("mode, link, byte order mark and line breaks of a file stay", async () => {
  const cwd = project({ "real/shop.txt": `\u{feff}${untidy.replaceAll("\n", "\r\n")}` });
  chmodSync(join(cwd, "real/shop.txt"), 0o640);
  symlinkSync("real/shop.txt", join(cwd, "main.dpm"));
  expect((await dpm(["format"], { cwd })).code).toBe(0);
  expect(lstatSync(join(cwd, "main.dpm")).isSymbolicLink()).toBe(true);
  expect(statSync(join(cwd, "real/shop.txt")).mode & 0o777).toBe(0o640);
  expect(read(cwd, "real/shop.txt")).toBe(`\u{feff}${tidy.replaceAll("\n", "\r\n")}`);
  expect(readdirSync(join(cwd, "real"))).toEqual(["shop.txt"]);
});

test("files that are imported from beside the project are left to their own", async () => {
  const cwd = project({ "app/main.dpm": 'import "../shared.dpm"\n', "shared.dpm": untidy, "app/.dpmrc.json": "{}" });
  expect((await dpm(["format"], { cwd: join(cwd, "app") })).code).toBe(0);
  expect(read(cwd, "shared.dpm")).toBe(untidy);
  expect((await dpm(["format", "../shared.dpm"], { cwd: join(cwd, "app") })).code).toBe(0);
  expect(read(cwd, "shared.dpm")).toBe(tidy);
});

test("an editor's text comes back formatted, or not at all", () => {
  const cwd = project({});
  const edit = (input: string, ...more: readonly string[]): ReturnType<typeof spawnSync> =>
    spawnSync(join(repository, "node_modules/.bin/dpm"), ["format", "--stdin-filepath", "shop.dpm", ...more], {
      cwd,
      input,
      encoding: "utf8",
    });
  expect(edit(untidy)).toMatchObject({ status: 0, stdout: tidy, stderr: "" });
  expect(edit("a B {")).toMatchObject({ status: 1, stdout: "" });
  expect(edit("a B {").stderr).toContain("shop.dpm:1:6");
  expect(edit(untidy, "--check")).toMatchObject({ status: 3, stdout: "" });
  expect(JSON.parse(String(edit(untidy, "--format", "json").stdout))).toEqual({
    diagnostics: [],
    files: [{ path: "shop.dpm", status: "changed" }],
    text: tidy,
  });
  expect(readdirSync(cwd)).not.toContain("shop.dpm");
});
