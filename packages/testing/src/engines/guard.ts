import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Kills a process group and removes its folder as soon as this process is gone, however it ended: a pipe that only this
 * process holds is closed by the system even after a `kill -9`. Call the answer once the group has ended by itself.
 */
export function guard(group: number, folder: string): () => void {
  const cleanUp = 'read -r _; kill -s KILL -- "-$1"; rm -rf -- "$2"';
  const watch = spawn("sh", ["-c", cleanUp, "sh", String(group), folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.unref();
  return () => void watch.kill("SIGKILL");
}

/** Whether the process ended by itself within the limit; it goes on when it did not. */
export async function endsWithin(child: ChildProcess, limitMs: number): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const timer = new AbortController();
  const late = sleep(limitMs, false, { signal: timer.signal }).catch(() => false);
  const ended = await Promise.race([once(child, "exit").then(() => true), late]);
  timer.abort();
  return ended;
}
