import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { engine, pathOf } from "../../src/engines/locate.ts";

let cache: string;

beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "dpm-locate-"));
  vi.stubEnv("DPM_ENGINES_DIR", cache);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(cache, { recursive: true });
});

function list(...engines: object[]): Promise<void> {
  return writeFile(join(cache, "engines.json"), JSON.stringify({ engines }));
}

test("an engine of the cache's list is found with its version and paths", async () => {
  const nginx = { name: "nginx-1.22", version: "1.22.1-9", paths: { nginx: cache } };
  await list(nginx);
  expect(engine("nginx-1.22")).toEqual(nginx);
  expect(pathOf(nginx, "nginx")).toBe(cache);
  expect(() => pathOf(nginx, "configs")).toThrow("engine nginx-1.22 1.22.1-9 has no `configs`");
});

test("an engine whose files are gone is missing", async () => {
  await list({ name: "nginx-1.22", version: "1.22.1-9", paths: { nginx: join(cache, "gone") } });
  expect(engine("nginx-1.22")).toEqual({ name: "nginx-1.22", missing: true, install: "npm run engines -- nginx-1.22" });
});

test("without a list, every engine is missing and says how to install it", () => {
  expect(engine("jvm")).toEqual({ name: "jvm", missing: true, install: "npm run engines -- jvm" });
});

test("the list's own install command is passed on", async () => {
  await list({ name: "jvm", missing: true, install: "apt-get install jdk" });
  expect(engine("jvm")).toEqual({ name: "jvm", missing: true, install: "apt-get install jdk" });
});

/** Runs a vitest of its own, in which the engine `none` is missing, and gives its exit code and words. */
async function runSuite(environment: Record<string, string>): Promise<{ code: number; output: string }> {
  const folder = join(cache, "suite");
  await mkdir(folder);
  const describeEngine = join(import.meta.dirname, "../../src/engines/describe-engine.ts");
  const root = join(import.meta.dirname, "../..");
  const suite = `import { describeEngine } from ${JSON.stringify(describeEngine)};
import { expect, test } from ${JSON.stringify(import.meta.resolve("vitest"))};
test("runs", () => { expect(1).toBe(1); });
describeEngine("none", () => { test("never runs", () => { expect(1).toBe(2); }); });
`;
  await writeFile(join(folder, "suite.test.ts"), suite);
  const vitest = join(import.meta.dirname, "../../../../node_modules/vitest/vitest.mjs");
  const args = [vitest, "run", "--root", folder, "--reporter", "verbose", "--no-color"];
  const env = { ...process.env, DPM_ENGINES: "", VITEST: undefined, ...environment };
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: root, env, timeout: 20_000 }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), output: stdout + stderr }),
    );
  });
}

test("a suite whose engine is missing is skipped in sight, with the reason and the install command", async () => {
  const { code, output } = await runSuite({});
  expect(output).toContain("none is not installed; to install it: npm run engines -- none");
  expect(output).toMatch(/1 passed \| 1 skipped/);
  expect(code).toBe(0);
});

test("where engines are required, a missing one fails", async () => {
  const { code, output } = await runSuite({ DPM_ENGINES: "required" });
  expect(output).toMatch(/1 failed \| 1 passed/);
  expect(code).toBe(1);
});
