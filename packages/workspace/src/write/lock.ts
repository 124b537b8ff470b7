import { createHash, randomBytes } from "node:crypto";
import fs from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "./durable.ts";
import { stateFolder } from "./plan.ts";

/** A lock that is held, or what holds it. */
export type Locking = { readonly release: () => void } | { readonly heldBy: Holder };

export interface Holder {
  readonly pid: number;
  /** The lock's file, absolute. */
  readonly file: string;
}

/** A lock of another machine cannot be asked whether it lives; after so many milliseconds it counts as dead. */
const foreignLifetime = 10 * 60_000;

/**
 * Takes the project's lock, waiting at most `wait` milliseconds. Throws the file system's errors.
 *
 * Every process has a lock file of its own name, made first and compared with the others afterwards, so that of two
 * at least one sees the other, and removing a dead one can never remove a living one's by mistake.
 */
export async function acquireLock(root: string, wait: number): Promise<Locking> {
  const folder = join(root, stateFolder);
  const until = performance.now() + wait;
  for (;;) {
    const before = livingHolder(folder);
    if (!before) {
      const own = makeLock(folder);
      const holder = livingHolder(folder, own);
      if (!holder) return { release: () => removeLock(folder, own) };
      removeLock(folder, own);
      if (performance.now() > until) return { heldBy: holder };
    } else if (performance.now() > until) return { heldBy: before };
    // Two that saw each other both step back; unequal pauses keep them from meeting again.
    await sleep(10 + (randomBytes(1)[0] ?? 0) / 5);
  }
}

function makeLock(folder: string): string {
  const name = [
    "lock",
    process.pid,
    startOf(process.pid) ?? "0",
    machine(),
    boot(),
    randomBytes(4).toString("hex"),
  ].join("-");
  for (;;) {
    fs.mkdirSync(folder, { recursive: true });
    try {
      fs.closeSync(fs.openSync(join(folder, name), "wx"));
      return name;
    } catch (error) {
      // Another run removed the empty folder when it was done.
      if (errorCode(error) !== "ENOENT") throw error;
    }
  }
}

function removeLock(folder: string, name: string): void {
  fs.rmSync(join(folder, name), { force: true });
  try {
    fs.rmdirSync(folder);
  } catch {
    // The manifest is in it, or another run's lock.
  }
}

/** Finds a lock whose process lives; removes those of dead ones. */
function livingHolder(folder: string, except?: string): Holder | undefined {
  for (const name of namesIn(folder)) {
    const [, pid, start, host, session] = /^lock-(\d+)-(\d+)-([0-9a-f]{8})-([0-9a-f]{8})-[0-9a-f]{8}$/.exec(name) ?? [];
    if (name === except || pid === undefined) continue;
    const file = join(folder, name);
    const lives = host === machine() ? session === boot() && isRunning(Number(pid), start ?? "") : isFresh(file);
    if (lives) return { pid: Number(pid), file };
    fs.rmSync(file, { force: true });
  }
  return undefined;
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  }
}

function isRunning(pid: number, start: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    if (errorCode(error) !== "EPERM") return false;
  }
  return (startOf(pid) ?? start) === start;
}

function isFresh(file: string): boolean {
  const since = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
  return since !== undefined && Date.now() - since < foreignLifetime;
}

/** When a process started, in ticks since the machine did: a number that is used again is then told apart. Linux only. */
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${pid}/stat`);
  // The second field is the program's name in brackets and may contain anything; the start is the 20th after it.
  return stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
}

/** Tells machines and containers apart, since the same number is another process there. */
function machine(): string {
  return short(hostname() + (linkOf("/proc/self/ns/pid") ?? ""));
}

/** Tells one start of the machine from the next. */
function boot(): string {
  return short(textOf("/proc/sys/kernel/random/boot_id") ?? "");
}

function short(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

function textOf(path: string): string | undefined {
  try {
    return fs.readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function linkOf(path: string): string | undefined {
  try {
    return fs.readlinkSync(path);
  } catch {
    return undefined;
  }
}
