import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const example = join(import.meta.dirname, "..");
const repository = join(example, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "dpm-build-script-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, ["--conditions=@dpm/source", join(example, script), ...args], { encoding: "utf8" });

test("a build script that calls generate() writes the files of every target", () => {
  for (const name of ["main.dpm", ".dpmrc.json"])
    cpSync(join(repository, "examples", "order-service", name), join(folder, name));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  const { status, stdout, stderr } = run("generate.ts", folder, "made");
  expect(stderr).not.toMatch(/^error/m);
  expect(status).toBe(0);
  expect(stdout).toContain("new made/nginx/api-gateway.conf\n");
  expect(existsSync(join(folder, "made", "nginx", "api-gateway.conf"))).toBe(true);
});

test("a build script that calls compile() gets the text of a file that is nowhere written", () => {
  const { status, stdout, stderr } = run("compile.ts");
  expect(stderr).not.toMatch(/^error/m);
  expect(status).toBe(0);
  expect(stdout).toContain("server 10.0.0.2:8080");
});
