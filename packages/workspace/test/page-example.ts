import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { dirname, join } from "node:path";
import { check } from "../src/check.ts";
import { generateWith, type GenerateOptions, type GenerateResult } from "../src/generate.ts";
import { plan } from "../src/plan/plan.ts";
import { acquireLock } from "../src/write/lock.ts";
import type { FileSystem } from "../src/write/file-system.ts";
import { brokenFileSystem, Killed, systemError, type Accident } from "./broken-file-system.ts";
import { fakePlugin } from "./fake-plugin.ts";
import { temporaryFolder, writeAll } from "./temporary-folder.ts";

/** The fenced blocks of a page: what its example begins with. */
export function blocksOf(page: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...page.matchAll(/^```(.+)\n([^]*?)^```$/gm)].map(([, language = "", text = ""]) => [language, text]),
  );
}

/** Plays a page's example, line by line, and returns what its last command said. */
export async function play(blocks: Readonly<Record<string, string>>): Promise<Played> {
  const root = join(temporaryFolder(), "project");
  const { dpmrc = '{ "targets": ["nginx"] }', dpm = 'load_balancer Shop { servers: ["10.0.0.1:80"] }' } = blocks;
  writeAll(root, {
    "package.json": "{}",
    ".dpmrc": dpmrc,
    "shop.dpm": dpm,
    ...fakePlugin("nginx"),
    ...fakePlugin("compose"),
  });
  const stage: Stage = { root };
  const lines = (blocks["text setup"] ?? "").split("\n").filter((line) => line !== "");
  const hasCommand = lines.some((line) => line === lines.at(-1) && line.startsWith("$ "));
  let result: Played | undefined;
  for (const line of hasCommand ? lines : [...lines, "$ dpm generate"])
    result = (await playLine(line, stage)) ?? result;
  stage.release?.();
  if (!result) throw new Error("no command");
  return result;
}

/** What both commands have. */
type Played = Pick<GenerateResult, "diagnostics" | "exitCode">;

interface Stage {
  readonly root: string;
  fs?: FileSystem;
  release?: () => void;
}

async function playLine(line: string, stage: Stage): Promise<Played | undefined> {
  const { root } = stage;
  const at = (path: string): string => join(root, path);
  const [, verb, words = ""] = /^\$ dpm (generate|check|plan) ?(.*)$/.exec(line) ?? [];
  if (verb === "check") return checked(words, stage);
  if (verb === "plan") return plan({ cwd: root, ...(words !== "" && { against: words.replace("--against ", "") }) });
  if (verb) return run(words, stage);
  const [, path = "", sign, rest = ""] = /^(\S+?)(\/$|:| ->| =| is| has)(?: (.*))?$/.exec(line) ?? [];
  if (sign !== undefined) fs.mkdirSync(dirname(at(path)), { recursive: true });
  if (sign === ":") fs.writeFileSync(at(path), rest);
  else if (sign === "/") fs.mkdirSync(at(path), { recursive: true });
  else if (sign === " ->") fs.symlinkSync(rest, at(path));
  else if (sign === " =") fs.writeFileSync(at(path), Buffer.from(rest.replaceAll(" ", ""), "hex"));
  else if (rest === "not there") fs.rmSync(at(path));
  else if (rest === "64 MB and a byte") fs.truncateSync(at(path), 64 * 1024 * 1024 + 1);
  else if (rest === "saved again and again") stage.fs = brokenFileSystem(saving(at(path)));
  else if (line === "the disk is full")
    stage.fs = brokenFileSystem((call) => (call === "create" ? systemError("ENOSPC") : undefined));
  else if (line === "dpm has a bug") stage.fs = brokenFileSystem(() => new TypeError("undefined is not a function"));
  else if (line === "a run is killed while it writes")
    await run("", { root, fs: brokenFileSystem(killedWhileRenaming()) });
  else if (line === "$ git init") execFileSync("git", ["init", "--quiet"], { cwd: root });
  else if (line === "another run is writing") {
    const lock = await acquireLock(root, 0);
    if ("release" in lock) stage.release = lock.release;
  } else throw new Error(`no such line: ${line}`);
  return undefined;
}

async function checked(command: string, { root }: Stage): Promise<Played> {
  const words = command.split(" ").filter((word) => word !== "");
  const files = words.filter((word) => !word.startsWith("--"));
  return check({
    cwd: root,
    ...(files.length > 0 && { files }),
    ...(words.includes("--baseline") && { baseline: true }),
    ...(words.includes("--update-baseline") && { updateBaseline: true }),
  });
}

function run(command: string, { root, fs: fileSystem }: Stage): Promise<GenerateResult> {
  const words = command.split(" ").filter((word) => word !== "");
  const after = (flag: string): string | undefined =>
    words.includes(flag) ? words[words.indexOf(flag) + 1] : undefined;
  const files = words.filter((word, index) => !word.startsWith("--") && !words[index - 1]?.startsWith("--"));
  const [config, out, target] = [after("--config"), after("--out"), after("--target")];
  const options: GenerateOptions = {
    cwd: root,
    ...(config !== undefined && { config }),
    ...(out !== undefined && { out }),
    ...(words.includes("--target") && { targets: target === undefined ? [] : [target] }),
    ...(files.length > 0 && { files }),
    ...(words.includes("--check") && { check: true }),
    ...(words.includes("--dry-run") && { dryRun: true }),
    ...(words.includes("--force") && { force: true }),
  };
  return generateWith(options, { wait: 0, ...(fileSystem && { fs: fileSystem }) });
}

function saving(file: string): Accident {
  let seconds = 1;
  return (call) => {
    if (call === "rename") fs.utimesSync(file, ++seconds, seconds);
    return undefined;
  };
}

function killedWhileRenaming(): Accident {
  let renames = 0;
  return (call) => (call === "rename" && renames++ > 0 ? new Killed() : renames > 1 ? new Killed() : undefined);
}
