import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endsWithin, guard } from "../guard.ts";

/** A server to start. */
export interface Start {
  readonly command: string;
  readonly args: readonly string[];
  /** A temporary folder to run in, which becomes the server's own. */
  readonly folder: string;
  /** All of its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that this process started, in a process group of its own. */
export interface Program {
  /** What it wrote to stdout and stderr so far. */
  readonly output: () => string;
  /** Asks until there is an answer; throws with the end of the program's output when it ends first or the time is over. */
  readonly until: <T>(what: string, ask: () => T | undefined | Promise<T | undefined>) => Promise<T>;
  /** Kills it, waits until its ports are free and removes its folder. */
  readonly stop: () => Promise<void>;
}

const LIMIT_MS = 15_000;

/** Starts a server; should this process die first, the server is killed and its folder removed. */
export async function startProgram({ command, args, folder, env }: Start): Promise<Program> {
  const log = join(folder, "output.log");
  const handle = await open(log, "a");
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...env },
    stdio: ["ignore", handle.fd, handle.fd],
    detached: true,
  });
  try {
    await once(child, "spawn");
  } finally {
    await handle.close();
  }
  const release = guard(child.pid ?? 0, folder);
  const output = () => readFileSync(log, "utf8");
  const failed = (why: string) => new Error(`${why}:\n${output().split("\n").slice(-40).join("\n")}`);
  return {
    output,
    until: async (what, ask) => {
      const deadline = performance.now() + LIMIT_MS;
      for (;;) {
        const answer = await ask();
        if (answer !== undefined) return answer;
        if (child.exitCode !== null || child.signalCode !== null) throw failed(`it ended before ${what}`);
        if (performance.now() > deadline) throw failed(`not within ${LIMIT_MS / 1000} s: ${what}`);
        await sleep(10);
      }
    },
    stop: async () => {
      child.kill("SIGKILL");
      await endsWithin(child, LIMIT_MS);
      release();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
