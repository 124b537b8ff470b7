import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdtemp, open, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { endsWithin, guard } from "./guard.ts";
import { pathOf } from "./locate.ts";
import type { Engine } from "./locate.ts";

/** What `nginx -t` said. */
export interface NginxCheck {
  readonly ok: boolean;
  readonly output: string;
}

/** A running nginx. */
export interface Nginx {
  /** What it wrote to stdout and stderr so far: also the logs of a configuration that sends them there, as in a container. */
  readonly output: () => string;
  readonly stop: () => Promise<void>;
}

const LIMIT_MS = 5_000;

/** Has nginx read a configuration (`nginx -t`); `file` is relative to `dir`, and what it includes is looked for beside it. */
export async function checkNginx(engine: Engine, dir: string, file: string): Promise<NginxCheck> {
  const trial = await launch(engine, resolve(dir, file), ["-t"], "");
  if (!(await endsWithin(trial.child, LIMIT_MS))) trial.kill();
  const check = { ok: trial.child.exitCode === 0, output: trial.output() };
  await trial.remove();
  return check;
}

/**
 * Starts nginx with a configuration and waits until it listens. It must be stopped; should this process die first, nginx
 * is killed. Throws with nginx's own words when it ends or does not listen within five seconds.
 */
export async function startNginx(engine: Engine, dir: string, file: string): Promise<Nginx> {
  const server = await launch(engine, resolve(dir, file), [], "daemon off;");
  const release = guard(server.group, server.prefix);
  const stop = async () => {
    server.child.kill("SIGTERM");
    await endsWithin(server.child, LIMIT_MS);
    server.kill();
    release();
    await server.remove();
  };
  // The pid file is written after the sockets are open: from then on the system queues connections until a worker takes them.
  const deadline = performance.now() + LIMIT_MS;
  while ((await readFile(server.pidFile, "utf8").catch(() => "")).trim() === "") {
    if (server.child.exitCode === null && performance.now() < deadline) {
      await sleep(5);
      continue;
    }
    const output = server.output();
    await stop();
    throw new Error(`nginx did not start with ${file}:\n${output}`);
  }
  return { output: server.output, stop };
}

interface Launched {
  readonly child: ChildProcess;
  readonly group: number;
  readonly prefix: string;
  readonly pidFile: string;
  readonly output: () => string;
  readonly kill: () => void;
  readonly remove: () => Promise<void>;
}

async function launch(engine: Engine, file: string, args: readonly string[], directives: string): Promise<Launched> {
  const prefix = await mkdtemp(join(tmpdir(), "dpm-nginx-"));
  // Started by root, the workers become another user and still need the temporary folders below.
  await chmod(prefix, 0o755);
  const log = join(prefix, "output.log");
  // A file, because a configuration may open /dev/stdout, which cannot be done with the sockets that Node would pass.
  const handle = await open(log, "a");
  const written = /^\s*pid\s+([^;]+);/m.exec(await readFile(file, "utf8"))?.[1];
  const pidFile = resolve(prefix, written ?? "nginx.pid");
  const globals = `${directives}${written === undefined ? `pid ${pidFile};` : ""}`;
  const all = ["-p", prefix, "-c", file, "-e", "stderr", ...(globals === "" ? [] : ["-g", globals]), ...args];
  const child = spawn(pathOf(engine, "nginx"), all, { stdio: ["ignore", handle.fd, handle.fd], detached: true });
  try {
    await once(child, "spawn");
  } finally {
    await handle.close();
  }
  const group = child.pid ?? 0;
  return {
    child,
    group,
    prefix,
    pidFile,
    output: () => readFileSync(log, "utf8"),
    kill: () => killGroup(group),
    remove: () => rm(prefix, { recursive: true, force: true }),
  };
}

/** Kills the master and its workers; a group that has ended already is fine. */
function killGroup(group: number): void {
  try {
    process.kill(-group, "SIGKILL");
  } catch {
    // Nothing is left of it.
  }
}
