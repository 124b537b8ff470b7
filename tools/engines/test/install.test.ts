import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findInstalled, folderOf } from "../cache.ts";
import type { Engine } from "../engine.ts";
import { engines, locate } from "../index.ts";
import { installEngine } from "../install-engine.ts";

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "dpm-cache-"));
});
afterEach(() => rm(cache, { recursive: true }));

/** An engine of one file that counts its installs. */
function toy(install?: Engine["install"]): Engine & { installs: number } {
  return {
    name: "toy",
    version: "1.0",
    recipe: ["engine.ts"],
    needs: [],
    installs: 0,
    async install(bench) {
      this.installs += 1;
      if (install !== undefined) return install(bench);
      await writeFile(join(bench.into, "toy"), "");
      return { version: "1.0-3", paths: { toy: "toy" } };
    },
  };
}

test("an installed engine is found again and not installed a second time", async () => {
  const engine = toy();
  const first = await installEngine(engine, cache);
  expect(first).toEqual({ name: "toy", version: "1.0-3", paths: { toy: join(folderOf(engine, cache), "toy") } });
  expect(await installEngine(engine, cache)).toEqual(first);
  expect(engine.installs).toBe(1);
  expect(await readdir(cache)).toEqual([basename(folderOf(engine, cache))]);
});

test("the folder is named by engine and version, and by what the recipe says", () => {
  const engine = toy();
  expect(basename(folderOf(engine, cache))).toMatch(/^toy-1\.0-[0-9a-f]{8}$/);
  expect(folderOf({ ...engine, recipe: ["engine.ts", "compose"] }, cache)).not.toBe(folderOf(engine, cache));
});

test("a failed install says why and how to go on, and leaves nothing behind", async () => {
  const engine = toy(async ({ into }) => {
    await writeFile(join(into, "half"), "");
    throw new Error("no space left");
  });
  expect(await installEngine(engine, cache)).toEqual({
    name: "toy",
    why: "no space left",
    install: "npm run engines -- toy",
  });
  expect(await readdir(cache)).toEqual([]);
});

test("an install that does not make what it names is a failure", async () => {
  const engine = toy(async () => ({ paths: { toy: "toy" } }));
  expect(await installEngine(engine, cache)).toMatchObject({ why: "the install made no toy at toy" });
});

test("what a killed install left behind is removed, and the engine installed", async () => {
  const engine = toy();
  // No process has this id: it is above what the system gives out.
  const left = `${folderOf(engine, cache)}.part-99999999`;
  await mkdir(left);
  expect(findInstalled(engine, cache)).toBeUndefined();
  expect(await installEngine(engine, cache)).toMatchObject({ version: "1.0-3" });
  expect(existsSync(left)).toBe(false);
  // A compiler that outlived the install may make it again.
  await mkdir(left);
  await installEngine(engine, cache);
  expect(existsSync(left)).toBe(false);
  expect(engine.installs).toBe(1);
});

test("a folder without its stamp, or with files gone, is installed again", async () => {
  const engine = toy();
  for (const file of ["installed.json", "toy"]) {
    await installEngine(engine, cache);
    await rm(join(folderOf(engine, cache), file));
    expect(findInstalled(engine, cache)).toBeUndefined();
    expect(await installEngine(engine, cache)).toMatchObject({ version: "1.0-3" });
  }
  expect(engine.installs).toBe(3);
});

test("a program that the machine lacks is named with the command that brings it, before anything is done", async () => {
  const needs = [{ probe: ["dpm-has-no-such-program"], install: "apt-get install it" }] as const;
  const engine = { ...toy(), needs };
  expect(await installEngine(engine, cache)).toEqual({
    name: "toy",
    why: "`dpm-has-no-such-program` is not installed",
    install: "apt-get install it",
  });
  expect(engine.installs).toBe(0);
});

test("in an empty cache every engine is missing, with its own install command", () => {
  expect(engines.map(({ name }) => locate(name, cache))).toEqual(
    ["nginx-1.22", "nginx-1.31", "envoy", "compose", "jvm", "istio"].map((name) => ({
      name,
      missing: true,
      install: `npm run engines -- ${name}`,
    })),
  );
  expect(() => locate("nginx", cache)).toThrow("no engine is called `nginx`; there are nginx-1.22");
});
