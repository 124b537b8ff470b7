import { cpSync, globSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { root } from "../packages.ts";
import { run, script, type Ending } from "../program.ts";

let project: string;
const example = join(root, "examples", "custom-plugin");

beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "dpm-packed-"));
  const made = await script("tools/tarballs.ts", []);
  expect(made.code, made.output).toBe(0);
}, 90_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

/** An empty project with the command and one plugin, from what would be published. */
async function install(name: string, plugins: readonly string[]): Promise<string> {
  const folder = join(project, name);
  const wanted = ["cli", "workspace", "core", "print", "simulate", ...plugins];
  const files = wanted.map((one) => {
    const file = readdirSync(join(root, "tarballs")).find((tarball) => /^dpm-(.+)-\d/.exec(tarball)?.[1] === one);
    return [`@dpm/${one}`, `file:${join(root, "tarballs", file ?? one)}`];
  });
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: Object.fromEntries(files) }));
  const args = ["install", "--no-audit", "--no-fund", "--prefer-offline"];
  const { code, output } = await run("npm", args, { cwd: folder });
  expect(code, output).toBe(0);
  return folder;
}

const dpm = (cwd: string, ...args: readonly string[]): Promise<Ending> => run("npx", ["dpm", ...args], { cwd });

test.each(["nginx", "resilience4j", "compose"])(
  "packed dpm and %s generate in an empty project",
  async (target) => {
    const folder = await install(target, [`plugin-${target}`]);
    cpSync(join(root, "examples", "order-service", "main.dpm"), join(folder, "main.dpm"));
    writeFileSync(join(folder, ".dpmrc.json"), JSON.stringify({ targets: { [target]: {} } }));
    expect((await dpm(folder, "--version")).output).toMatch(/\d+\.\d+\.\d+/);
    const { code, output } = await dpm(folder, "generate");
    expect(code, output).toBe(0);
    expect(globSync(`generated/${target}/**/*.*`, { cwd: folder })).not.toEqual([]);
    const installed = globSync("node_modules/**/*", { cwd: folder }).map((file) => statSync(join(folder, file)));
    expect(installed.reduce((sum, file) => sum + file.size, 0)).toBeLessThan(10e6);
    expect(globSync("node_modules/{*,@*/*}/package.json", { cwd: folder }).length).toBeLessThanOrEqual(25);
  },
  60_000,
);

test("a stranger's plugin runs on packed packages", async () => {
  const folder = await install("stranger", []);
  cpSync(join(example, "src"), join(folder, "src"), { recursive: true });
  for (const file of ["main.dpm", ".dpmrc.json"]) cpSync(join(example, file), join(folder, file));
  const { code, output } = await dpm(folder, "generate");
  expect(code, output).toBe(0);
  expect(globSync("generated/hello/*", { cwd: folder })).toEqual(["generated/hello/morning.yaml"]);
}, 60_000);
