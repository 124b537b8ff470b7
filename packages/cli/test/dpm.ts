import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
export const repository = dirname(dirname(cli));

export interface Ending {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command as a process, from its source, without a terminal. */
export function start(args: readonly string[], { cwd, env }: Surroundings): ChildProcess {
  const clean = Object.entries(process.env).filter(
    ([name]) => !/^(NO_COLOR|FORCE_COLOR|DEBUG|COLUMNS|LC_ALL|LC_MESSAGES|LANG)$/.test(name),
  );
  return spawn(process.execPath, ["--conditions=@dpm/source", join(cli, "src", "bin.ts"), ...args], {
    cwd,
    // What was compiled once is not compiled by each of hundreds of processes again; Node looks at the content.
    env: {
      NODE_COMPILE_CACHE: join(repository, "node_modules", ".cache", "dpm"),
      ...Object.fromEntries(clean),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Runs the command to its end. */
export function dpm(args: readonly string[], surroundings: Surroundings): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = start(args, surroundings);
    const texts = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"] as const) {
      child[name]?.setEncoding("utf8").on("data", (part: string) => (texts[name] += part));
    }
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({ ...texts, code: code ?? 128 + (signal ? constants.signals[signal] : 0) }),
    );
  });
}

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A project of its own, in which dpm's packages and the test's plugin are installed. */
export function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dpm-cli-"));
  made.push(folder);
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  cpSync(join(cli, "test", "hello"), join(folder, "hello"), { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** The test's plugin as the only target. */
export const helloConfig = JSON.stringify({ targets: { hello: { plugin: "./hello/plugin.ts" } } });

/** Three greetings: one that comes through, one that the target bends, one with a field that it cannot say. */
export const greetings = `/// Says hello.
greeting Plain { text: "hello" }
greeting Often { text: "hi", times: 7 }
greeting Loud { text: "hey", tone: loud }
`;

export const hello = (more: Readonly<Record<string, string>> = {}): string =>
  project({ "main.dpm": greetings, ".dpmrc.json": helloConfig, ...more });
