/** Runs other programs from the repository's root. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { root } from "./packages.ts";

export interface Ending {
  /** The exit code; 128 + n when signal n ended the program. */
  readonly code: number;
  /** Standard output and error in the order they came; empty when they went straight to the terminal. */
  readonly output: string;
}

export interface Surroundings {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** `inherit` shows the program's output at once, `capture` (the default) keeps it. */
  readonly show?: "inherit" | "capture";
}

/** Runs `node_modules/.bin/<name>` or a program by its path. A program that cannot be started has ended with 127. */
export function run(name: string, args: readonly string[], { cwd, env, show }: Surroundings = {}): Promise<Ending> {
  return new Promise((resolve) => {
    const installed = join(root, "node_modules", ".bin", name);
    const child = spawn(existsSync(installed) ? installed : name, args, {
      cwd: cwd ?? root,
      env: { ...process.env, ...env },
      stdio: show === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const parts: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (part: string) => parts.push(part));
    }
    child.on("error", (error) => resolve({ code: 127, output: `${parts.join("")}${error.message}\n` }));
    child.on("close", (code, signal) => {
      resolve({ code: code ?? 128 + (signal ? constants.signals[signal] : 0), output: parts.join("") });
    });
  });
}

/** Ends this program, showing what the other one said, unless that one did what it should. */
export function must(what: string, { code, output }: Ending): void {
  if (code === 0) return;
  process.stderr.write(`${output.trim()}\n\n${what} ended with ${code}\n`);
  process.exit(1);
}

/** The repository's own Node, which runs this file: a script of the repository gets the sources of its packages. */
export const script = (file: string, args: readonly string[], surroundings?: Surroundings): Promise<Ending> =>
  run(process.execPath, ["--conditions=@dpm/source", file, ...args], surroundings);

/** pnpm, at the version that set the repository up. */
export function pnpm(args: readonly string[], surroundings?: Surroundings): Promise<Ending> {
  const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { packageManager: string };
  return run("npx", ["--yes", "--prefer-offline", packageManager, ...args], surroundings);
}
