import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "../packages.ts";
import { run, type Ending } from "../program.ts";

const manifest = `{ "type": "module", "packageManager": "pnpm@12.0.0" }`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dpm-setup-"));
  mkdirSync(join(folder, "tools"));
  mkdirSync(join(folder, "bin"));
  cpSync(join(root, "tools", "setup.mjs"), join(folder, "tools", "setup.mjs"));
  writeFileSync(join(folder, "package.json"), manifest);
  writeFileSync(join(folder, "pnpm-lock.yaml"), "first\n");
  writeFileSync(join(folder, "show.ts"), `const shown: string[] = process.argv.slice(2);\nconsole.log(...shown);\n`);
  pnpmThat(installs);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An `npx` that stands for pnpm: it notes each installation and runs the given lines of shell. */
function pnpmThat(lines: string): void {
  const file = join(folder, "bin", "npx");
  writeFileSync(file, `#!/bin/sh\necho "$*" >> installs\n${lines}\n`);
  chmodSync(file, 0o755);
}

const installs = `
mkdir -p node_modules/.bin node_modules/node/bin node_modules/.pnpm/vitest
ln -sf ${process.execPath} node_modules/node/bin/node
echo 1 > node_modules/.pnpm/vitest/index.js; echo 2 > node_modules/.pnpm/vitest/package.json`;

const setup = (args: readonly string[] = [], env: Record<string, string> = {}): Promise<Ending> =>
  run(process.execPath, [join(folder, "tools", "setup.mjs"), ...args], {
    cwd: folder,
    env: { CI: "", npm_config_registry: "", PATH: `${join(folder, "bin")}:/usr/bin:/bin`, ...env },
  });

const installations = (): readonly string[] =>
  existsSync(join(folder, "installs")) ? readFileSync(join(folder, "installs"), "utf8").trim().split("\n") : [];

test("the second set-up installs nothing", async () => {
  expect(await setup()).toMatchObject({ code: 0 });
  expect(await setup()).toEqual({ code: 0, output: "" });
  expect(installations()).toHaveLength(1);
  expect(installations()[0]).toContain("--frozen-lockfile");
});

test.each(["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "packages/new/package.json"])(
  "a change of %s installs again",
  async (file) => {
    await setup();
    mkdirSync(join(folder, "packages", "new"), { recursive: true });
    writeFileSync(join(folder, file), manifest.replace("{", `{ "changed": true,`));
    await setup();
    expect(installations()).toHaveLength(2);
  },
);

test.each(["node_modules", "node_modules/.bin", "node_modules/node/bin/node", "node_modules/.pnpm/vitest/index.js"])(
  "what is left when %s was deleted is made whole again",
  async (lost) => {
    await setup();
    rmSync(join(folder, lost), { recursive: true });
    expect(await setup()).toMatchObject({ code: 0 });
    expect(existsSync(join(folder, lost))).toBe(true);
  },
);

test("a pnpm that calls a broken node_modules up to date is called again with none", async () => {
  mkdirSync(join(folder, "node_modules", "left-over"), { recursive: true });
  pnpmThat(`[ -d node_modules/left-over ] && exit 0\n${installs}`);
  expect(await setup()).toMatchObject({ code: 0 });
  expect(existsSync(join(folder, "node_modules", "left-over"))).toBe(false);
});

test("a lockfile that does not fit is brought up to date, but never in CI", async () => {
  pnpmThat(`case "$*" in *--frozen-lockfile*) echo ERR_PNPM_OUTDATED_LOCKFILE; exit 1;; esac\n${installs}`);
  expect(await setup([], { CI: "true" })).toMatchObject({ code: 1 });
  expect(await setup()).toMatchObject({ code: 0 });
  expect(installations().at(-1)).toContain("--no-frozen-lockfile");
});

test("a failed installation shows what pnpm said and runs nothing", async () => {
  pnpmThat("echo the registry is gone; exit 1");
  const { code, output } = await setup(["show.ts", "ran"]);
  expect(code).toBe(1);
  expect(output).toContain("the registry is gone");
  expect(output).not.toContain("ran");
});

test("the command gets its arguments, the repository's Node first in PATH, and gives its exit code", async () => {
  await setup();
  expect(await setup(["show.ts", "a b", "--c"])).toEqual({ code: 0, output: "a b --c\n" });
  writeFileSync(
    join(folder, "show.ts"),
    `console.log(process.execPath, process.env["PATH"]);\nprocess.exitCode = 7;\n`,
  );
  const { code, output } = await setup(["show.ts"]);
  expect(code).toBe(7);
  const modules = join(folder, "node_modules");
  expect(output.split(" ")[1]).toMatch(`${join(modules, ".bin")}:${join(modules, "node", "bin")}:`);
});

test("any Node can start the command in node_modules/.bin", async () => {
  mkdirSync(join(folder, "packages", "cli", "bin"), { recursive: true });
  writeFileSync(join(folder, "packages", "cli", "bin", "dev.js"), `console.log("dpm");\n`);
  await setup();
  const { output } = await run(process.execPath, [join(folder, "node_modules", ".bin", "dpm")]);
  expect(output).toBe("dpm\n");
});

test("npm's settings are not handed on, except how to reach a registry, which pnpm gets by its own name", async () => {
  await setup();
  writeFileSync(join(folder, "show.ts"), `console.log(JSON.stringify(process.env));\n`);
  const { output } = await setup(["show.ts"], {
    npm_config_registry: "http://localhost:1/",
    npm_config_dry_run: "true",
    npm_lifecycle_event: "test",
  });
  const given = JSON.parse(output) as Record<string, string>;
  expect(given["npm_config_registry"]).toBe("http://localhost:1/");
  expect(given["pnpm_config_registry"]).toBe("http://localhost:1/");
  expect(Object.keys(given)).not.toContain("npm_config_dry_run");
  expect(Object.keys(given)).not.toContain("npm_lifecycle_event");
});

test("a set-up from within an installation ends at once", async () => {
  pnpmThat(`${installs}\n${process.execPath} tools/setup.mjs show.ts inner > inner.log`);
  expect(await setup()).toMatchObject({ code: 0 });
  expect(readFileSync(join(folder, "inner.log"), "utf8")).toBe("");
  expect(installations()).toHaveLength(1);
});

test("two set-ups at the same time install once", async () => {
  pnpmThat(`sleep 0.3\n${installs}`);
  const endings = await Promise.all([setup(), setup()]);
  expect(endings.map(({ code }) => code)).toEqual([0, 0]);
  expect(installations()).toHaveLength(1);
});

test("the lock of a set-up that died is taken over", async () => {
  mkdirSync(join(folder, ".cache"));
  // No process has this number: Linux gives none above 2^22.
  writeFileSync(join(folder, ".cache", "setup.lock"), String(2 ** 30));
  expect(await setup()).toMatchObject({ code: 0 });
});

test("it works in a folder whose name has spaces and through a symbolic link", async () => {
  const spaced = join(folder, "a folder");
  mkdirSync(join(spaced, "tools"), { recursive: true });
  cpSync(join(folder, "tools", "setup.mjs"), join(spaced, "tools", "setup.mjs"));
  writeFileSync(join(spaced, "package.json"), manifest);
  writeFileSync(join(spaced, "show.ts"), `console.log("here");\n`);
  symlinkSync(spaced, join(folder, "link"));
  const { code, output } = await run(process.execPath, [join(folder, "link", "tools", "setup.mjs"), "show.ts"], {
    cwd: folder,
    env: { PATH: `${join(folder, "bin")}:/usr/bin:/bin` },
  });
  expect(output).toMatch(/here\n$/);
  expect(code).toBe(0);
});
