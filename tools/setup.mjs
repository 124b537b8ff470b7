#!/usr/bin/env node
/**
 * Sets the repository up where it is not, then runs a command in it:
 *
 *     node tools/setup.mjs [<script.ts> | <name in node_modules/.bin>] [arguments]
 *
 * Plain JavaScript without dependencies: it runs on a fresh clone with nothing but Node >= 20 and npm.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join, relative } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const windows = process.platform === "win32";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const binaries = join(modules, ".bin");
const node = join(modules, "node", "bin", windows ? "node.exe" : "node");
const stampFile = join(modules, ".dpm-setup.json");
// npx installs a range anew on every call, a version once; without a network only the latter works.
const pnpm = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).packageManager;
const lock = join(root, ".cache", "setup.lock");

// A package's install script that comes back here would never end.
if (process.env.DPM_SETTING_UP) process.exit(0);

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Node ${process.versions.node} is too old to set dpm up: install Node 20 or newer, then run this again.`);
}

const environment = cleanEnvironment();
if (!isSetUp()) await exclusively(setUp);
const [command, ...rest] = process.argv.slice(2);
if (command) run(command, rest);

/** What an installation depends on. Any other change of the working copy leaves it valid. */
function fingerprint() {
  const hash = createHash("sha256").update(`${pnpm} ${process.platform} ${process.arch}\0`);
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ".npmrc"];
  for (const folder of memberFolders()) files.push(join(folder, "package.json"));
  for (const file of files) {
    const path = join(root, file);
    hash.update(`${file}\0`).update(existsSync(path) ? readFileSync(path) : "-");
  }
  return hash.digest("hex");
}

function memberFolders() {
  return ["packages", "plugins"].flatMap((group) =>
    existsSync(join(root, group))
      ? readdirSync(join(root, group))
          .map((name) => join(group, name))
          .filter((folder) => existsSync(join(root, folder, "package.json")))
          .sort()
      : [],
  );
}

function isSetUp() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, "utf8"));
    return stamp.fingerprint === fingerprint() && isWhole(stamp.entries);
  } catch {
    return false;
  }
}

/** pnpm says "already up to date" for a half-deleted node_modules, so the stamp counts what each folder held. */
function isWhole(entries) {
  return (
    statSync(node).isFile() &&
    Object.entries(entries).every(([folder, count]) => readdirSync(join(root, folder)).length >= count)
  );
}

/** The number of entries of every installed folder; hidden ones at the top other than these are caches of tools. */
function countEntries() {
  const entries = {};
  const walk = (folder) => {
    const children = readdirSync(join(root, folder), { withFileTypes: true });
    entries[folder] = children.length;
    for (const child of children) if (child.isDirectory()) walk(`${folder}/${child.name}`);
  };
  for (const name of readdirSync(modules)) {
    const visible = !name.startsWith(".") || name === ".bin" || name === ".pnpm";
    if (visible && statSync(join(modules, name)).isDirectory()) walk(`node_modules/${name}`);
  }
  for (const folder of memberFolders()) {
    if (existsSync(join(root, folder, "node_modules"))) walk(`${folder}/node_modules`);
  }
  return entries;
}

function setUp() {
  const started = Date.now();
  process.stderr.write("Setting up dpm: its Node, its packages (half a minute the first time) ...\n");
  if (existsSync(modules) && !isUsable()) removeModules();
  install();
  if (!existsSync(node)) {
    removeModules();
    install();
  }
  if (!existsSync(node)) fail(`The installation ended without ${node}. Remove node_modules and run this again.`);
  linkCommand();
  writeFileSync(stampFile, JSON.stringify({ fingerprint: fingerprint(), entries: countEntries() }));
  process.stderr.write(`Set up in ${((Date.now() - started) / 1000).toFixed(1)} s.\n\n`);
}

/** A node_modules that was complete may be brought up to date in place; anything else is made anew. */
function isUsable() {
  try {
    return isWhole(JSON.parse(readFileSync(stampFile, "utf8")).entries);
  } catch {
    return false;
  }
}

/** pnpm's launchers are shell scripts; the command must start by `node node_modules/.bin/dpm` as well. */
function linkCommand() {
  const command = join(root, "packages", "cli", "bin", "dev.js");
  if (windows || !existsSync(command)) return;
  rmSync(join(binaries, "dpm"), { force: true });
  symlinkSync(relative(binaries, command), join(binaries, "dpm"));
}

function removeModules() {
  for (const folder of ["", ...memberFolders()]) {
    rmSync(join(root, folder, "node_modules"), { recursive: true, force: true, maxRetries: 3 });
  }
}

function install() {
  const locked = existsSync(join(root, "pnpm-lock.yaml"));
  let result = pnpmInstall(locked ? "--frozen-lockfile" : "--no-frozen-lockfile");
  const outdated = /ERR_PNPM_(OUTDATED_LOCKFILE|LOCKFILE_CONFIG_MISMATCH)/.test(result.output);
  if (result.status !== 0 && outdated && !process.env.CI) {
    process.stderr.write("pnpm-lock.yaml does not fit the package.json files: bringing it up to date.\n");
    result = pnpmInstall("--no-frozen-lockfile");
  }
  if (result.status === 0) return;
  process.stderr.write(`${result.output}\n`);
  fail("The packages could not be installed (see above). Is the package registry within reach?");
}

function pnpmInstall(lockfile) {
  const result = spawnSync("npx", ["--yes", pnpm, "install", lockfile, "--prefer-offline", "--reporter=append-only"], {
    cwd: root,
    // With CI set pnpm never asks; whether a failure is final is decided above. npm would ask a registry that is out of
    // reach for minutes about what it has in its cache.
    env: { ...environment, CI: "true", DPM_SETTING_UP: "1", npm_config_prefer_offline: "true" },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    shell: windows,
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { status: result.status, output: `${result.stdout ?? ""}${result.stderr ?? ""}${result.error ?? ""}` };
}

/** Two commands started together set up once: the second one waits, then finds everything done. */
async function exclusively(work) {
  mkdirSync(dirname(lock), { recursive: true });
  while (!take()) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    if (!isSetUp()) work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (!isHeld()) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld() {
  try {
    const holder = Number(readFileSync(lock, "utf8"));
    // An empty file is a lock whose owner is about to write its number, unless it died there.
    if (!holder) return Date.now() - statSync(lock).mtimeMs < 5000;
    process.kill(holder, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * npm hands its whole configuration to a script's environment; another npm or pnpm must see only how to reach a registry.
 * pnpm 12 reads none of npm's variables, so it gets these under its own name.
 */
function cleanEnvironment() {
  const kept = /^npm_config_(registry|cache|userconfig|(?:https?_|no)?proxy|cafile|strict_ssl)$/i;
  const result = {};
  for (const [name, value] of Object.entries(process.env)) {
    const setting = kept.exec(name)?.[1]?.toLowerCase();
    if (setting || !name.startsWith("npm_")) result[name] = value;
    if (setting && setting !== "cache" && setting !== "userconfig") result[`pnpm_config_${setting}`] ??= value;
  }
  return result;
}

/** Runs the command on the repository's own Node by its absolute path: a shell remembers where another `node` was. */
function run(name, args) {
  const path = [binaries, dirname(node), process.env.PATH].filter(Boolean).join(delimiter);
  const isScript = /\.[cm]?[jt]s$/.test(name);
  const [file, ...before] = isScript ? [node, "--conditions=@dpm/source", join(root, name)] : [join(binaries, name)];
  const child = spawn(file, [...before, ...args], {
    cwd: root,
    env: { ...environment, PATH: path },
    shell: windows && !isScript,
    stdio: "inherit",
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl-C to the child as well.
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on("error", (error) => fail(`\`${name}\` could not be started: ${error.message}`));
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
