import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generate, type GenerateOptions, type GenerateResult } from "../src/generate.ts";
import { load } from "../src/load.ts";
import { fakePlugin } from "./fake-plugin.ts";
import { readAll, readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { codes, statuses } from "./write-request.ts";

const model = 'load_balancer Shop {\n  servers: [{ host: "10.0.0.1", port: 8080 }]\n}\n';
const project = {
  "package.json": "{}",
  ".dpmrc": '{ "targets": ["one", "two"] }',
  "shop.dpm": model,
  ...fakePlugin("one"),
  ...fakePlugin("two"),
};

async function run(
  files: Readonly<Record<string, string>>,
  options: GenerateOptions = {},
): Promise<{ readonly root: string; readonly result: GenerateResult }> {
  const root = temporaryFolder(files);
  return { root, result: await generate({ cwd: root, ...options }) };
}

const outputOf = (root: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(readOutput(root)).filter(([path]) => !(path in project)));

const byPath = ({ written }: GenerateResult): Readonly<Record<string, string>> => statuses({ files: written });

describe("a run", () => {
  test("reads the configuration, compiles and writes", async () => {
    const { root, result } = await run(project);
    expect([result.diagnostics, result.exitCode, result.root, result.out]).toEqual([[], 0, root, "generated"]);
    expect(byPath(result)).toEqual({ "generated/one/shop.conf": "new", "generated/two/shop.conf": "new" });
    expect(outputOf(root)).toEqual({
      "generated/one/shop.conf": "Shop 10.0.0.1\n",
      "generated/two/shop.conf": "Shop 10.0.0.1\n",
    });
    expect(result.model?.components.map((one) => one.name)).toEqual(["Shop"]);
    expect(result.sources.map((one) => one.name)).toEqual(["shop.dpm", ".dpmrc"]);
  });

  test("begins its search in a folder below and still writes at the configuration", async () => {
    const root = temporaryFolder({ ...project, "a/b/x": "" });
    const result = await generate({ cwd: join(root, "a/b") });
    expect([result.exitCode, result.root, Object.keys(byPath(result))]).toEqual([
      0,
      root,
      ["generated/one/shop.conf", "generated/two/shop.conf"],
    ]);
  });

  test("narrowed to a target leaves the others' files", async () => {
    const { root } = await run(project);
    writeAll(root, { "shop.dpm": model.replace("10.0.0.1", "10.0.0.2") });
    expect(byPath(await generate({ cwd: root, targets: ["one"] }))).toEqual({ "generated/one/shop.conf": "changed" });
    expect(outputOf(root)["generated/two/shop.conf"]).toBe("Shop 10.0.0.1\n");
  });

  test("removes the files of a target that is not configured any more", async () => {
    const { root } = await run(project);
    writeAll(root, { ".dpmrc": '{ "targets": ["one"] }' });
    expect(byPath(await generate({ cwd: root }))).toEqual({
      "generated/one/shop.conf": "unchanged",
      "generated/two/shop.conf": "stale",
    });
  });

  test("of named files reads these only and calls nothing stale", async () => {
    const { root } = await run({ ...project, ".dpmrc": '{ "targets": { "one": { "extra": "x.txt" } } }' });
    writeAll(root, { ".dpmrc": '{ "targets": ["one"] }', "other.dpm": model.replace("Shop", "Other") });
    const result = await generate({ cwd: root, files: ["other.dpm"] });
    expect(byPath(result)).toEqual({ "generated/one/other.conf": "new" });
    expect(Object.keys(outputOf(root)).filter((path) => path.startsWith("generated/one"))).toHaveLength(3);
  });

  test("needs no configuration when it is told files and targets", async () => {
    const { ".dpmrc": _, ...files } = project;
    const root = temporaryFolder({ ...files, "sub/other.dpm": model });
    const result = await generate({ cwd: root, files: ["sub/other.dpm"], targets: ["one"], out: "build" });
    expect([result.diagnostics, byPath(result)]).toEqual([[], { "build/one/shop.conf": "new" }]);
  });

  test("puts its files where it is told, from the current folder", async () => {
    const root = temporaryFolder({ ...project, "sub/x": "" });
    const result = await generate({ cwd: join(root, "sub"), out: "here", targets: ["one"] });
    expect(byPath(result)).toEqual({ "sub/here/one/shop.conf": "new" });
    expect(result.out).toBe("sub/here");
  });

  test("twice at once in one process writes the same", async () => {
    const root = temporaryFolder(project);
    const results = await Promise.all([generate({ cwd: root }), generate({ cwd: root }), generate({ cwd: root })]);
    expect(results.map((one) => one.exitCode)).toEqual([0, 0, 0]);
    expect(Object.keys(outputOf(root))).toHaveLength(2);
    expect(fs.readdirSync(join(root, ".dpm"))).toEqual(["manifest.json"]);
  });
});

describe("a run that writes nothing", () => {
  test("tells what it would do", async () => {
    const { root, result } = await run(project, { dryRun: true });
    expect([result.exitCode, byPath(result)]).toEqual([
      0,
      { "generated/one/shop.conf": "new", "generated/two/shop.conf": "new" },
    ]);
    expect(readAll(root)).toEqual(project);
  });

  test("finds no drift right after a run, and none in what it never wrote itself", async () => {
    const { root } = await run(project);
    expect(await generate({ cwd: root, check: true })).toMatchObject({ exitCode: 0, diagnostics: [] });
    fs.rmSync(join(root, ".dpm"), { recursive: true });
    expect(await generate({ cwd: root, check: true })).toMatchObject({ exitCode: 0, diagnostics: [] });
    expect(fs.existsSync(join(root, ".dpm"))).toBe(false);
  });

  test("finds every kind of drift", async () => {
    const { root } = await run({ ...project, ".dpmrc": '{ "targets": { "one": { "extra": "x.txt" }, "two": {} } }' });
    writeAll(root, { ...project, "generated/two/shop.conf": "by hand\n" });
    fs.rmSync(join(root, "generated/one/shop.conf"));
    const before = readAll(root);
    const result = await generate({ cwd: root, check: true });
    expect([result.exitCode, codes(result)]).toEqual([3, ["workspace/drift"]]);
    expect(result.diagnostics[0]?.params).toEqual({
      count: 3,
      total: 3,
      files: ["`generated/one/shop.conf` (new)", "`generated/two/shop.conf` (edited)", "`generated/one/x.txt` (stale)"],
    });
    expect(result.diagnostics[0]?.help).toBe(
      "move what was changed by hand in `generated/two/shop.conf` into the model, then run `dpm generate --force`, which overwrites it",
    );
    expect(readAll(root)).toEqual(before);
  });

  test("tells to generate where nothing was changed by hand", async () => {
    const { root } = await run(project);
    fs.rmSync(join(root, "generated/one/shop.conf"));
    const result = await generate({ cwd: root, check: true });
    expect(result.diagnostics.map((one) => one.help)).toEqual(["run `dpm generate`"]);
  });
});

describe("what is wrong with the configuration as a whole has a place in it", () => {
  test.each([
    ["no targets", '{ "out": "x" }', "workspace/no-targets", "{"],
    ["an empty list of targets", '{ "out": "x", "targets": [] }', "workspace/no-targets", "[]"],
    ["an output folder outside", '{ "targets": ["one"], "out": "../x" }', "workspace/out-outside", '"../x"'],
    [
      "an output folder that is none everywhere",
      '{ "targets": ["one"], "out": "a/con" }',
      "workspace/out-unsafe",
      '"a/con"',
    ],
  ])("%s", async (_, text, code, place) => {
    const { result } = await run({ ...project, ".dpmrc": text });
    const [{ span } = {}] = result.diagnostics;
    expect([codes(result), span?.file, text.slice(span?.start, span?.end)]).toEqual([[code], ".dpmrc", place]);
    expect(result.exitCode).toBe(2);
  });

  test("and what is found without generating is no less", async () => {
    const root = temporaryFolder({ ...project, ".dpmrc": '{ "targets": ["one"], "out": "../../evil" }' });
    const loaded = await load({ cwd: root });
    expect([codes(loaded), loaded.input]).toEqual([["workspace/out-outside"], undefined]);
  });
});

describe("a run that fails says why, ends with the right code and leaves nothing", () => {
  const targets = (value: unknown): Readonly<Record<string, string>> => ({
    ".dpmrc": JSON.stringify({ targets: value }),
  });
  test.each([
    ["a mistake in the model", { "shop.dpm": "load_balancer Shop {\n  severs: []\n}\n" }, {}, 1, "core/unknown-field"],
    ["a broken configuration", { ".dpmrc": "{ targets" }, {}, 2, "workspace/config-syntax"],
    ["an unknown field in the configuration", { ".dpmrc": '{ "tragets": [] }' }, {}, 2, "core/unknown-field"],
    ["an unknown option", targets({ one: { exta: "x" } }), {}, 2, "core/unknown-field"],
    ["a version that is none", targets({ one: "new" }), {}, 2, "core/no-version"],
    ["no target", targets([]), {}, 2, "workspace/no-targets"],
    ["a target that is not configured", {}, { targets: ["three"] }, 2, "workspace/unknown-target"],
    ["a list of targets that is empty", {}, { targets: [] }, 2, "workspace/no-target-named"],
    ["a plugin that is not installed", targets(["three"]), {}, 2, "workspace/plugin-not-found"],
    ["a plugin of another version of the contract", fakePlugin("one", "apiVersion: 99"), {}, 2, "core/api-mismatch"],
    ["a plugin that throws", fakePlugin("one", "emit: () => { throw new Error('x') }"), {}, 70, "core/plugin-crashed"],
    ["a file that is not there", {}, { files: ["none.dpm"] }, 2, "workspace/input-missing"],
    [
      "a pattern that matches nothing",
      { ".dpmrc": '{ "input": "x/*.dpm", "targets": ["one"] }' },
      {},
      2,
      "workspace/input-unmatched",
    ],
    ["a configuration that is not there", {}, { config: "none.json" }, 2, "workspace/config-missing"],
    ["an output folder outside", {}, { out: "../elsewhere" }, 2, "workspace/out-outside"],
    ["a path out of the project", targets({ one: { extra: "../../../x.txt" } }), {}, 6, "workspace/path-unsafe"],
    ["one path twice", targets({ one: { extra: "SHOP.conf" } }), {}, 1, "core/same-path"],
    ["a file that was there before", { "generated/one/shop.conf": "mine" }, {}, 6, "workspace/file-not-ours"],
  ] as const)("%s", async (_, files, options, exitCode, code) => {
    const { root, result } = await run({ ...project, ...files }, options);
    expect([result.exitCode, codes(result)]).toEqual([exitCode, expect.arrayContaining([code])]);
    expect(readAll(root)).toEqual({ ...project, ...files });
    expect(JSON.stringify(result.diagnostics)).not.toMatch(/\bat .*\.[jt]s:\d+/);
  });
});
