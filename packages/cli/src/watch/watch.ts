import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { watchFiles, type Watched } from "@dpm/workspace";
import { counted } from "../headline.ts";
import { errorStyles, tell } from "../terminal/output.ts";
import { watcherVariable } from "./tell-watcher.ts";

/**
 * Repeats this run, without `--watch`, whenever something changes that the last one went by, until the process is
 * interrupted, which is its regular end. Each run is a process of its own: what a plugin or a configuration has loaded
 * is loaded anew, and none can end the watch.
 */
export async function watch(): Promise<void> {
  const root = realpathSync(process.cwd());
  let watched: Watched = { root, out: join(root, "generated"), files: [], code: [] };
  let wake: () => void = () => undefined;
  let change: string | undefined;
  const over = new AbortController();
  const files = watchFiles(watched, (name) => {
    change ??= name;
    wake();
  });
  const end = (): void => {
    over.abort();
    wake();
  };
  process.on("SIGINT", end).on("SIGTERM", end);
  while (!over.signal.aborted) {
    change = undefined;
    watched = merged(watched, await run());
    files.follow(watched);
    if (!over.signal.aborted)
      tell(errorStyles.dim(`\nwatching ${counted(watched.files.length, "file")}; Ctrl-C ends\n`));
    if (change === undefined && !over.signal.aborted) await new Promise<void>((resolve) => (wake = resolve));
    if (!over.signal.aborted) tell(errorStyles.dim(`\n${change ?? ""} changed\n\n`));
  }
  files.close();
  process.exitCode = 0;
}

interface Ended {
  readonly watched?: Watched;
  readonly isSound: boolean;
}

async function run(): Promise<Ended> {
  const [, script = "", ...args] = process.argv;
  const child: ChildProcess = fork(
    script,
    args.filter((one) => one !== "--watch"),
    { stdio: "inherit", env: { ...process.env, [watcherVariable]: "1" } },
  );
  let told: Watched | undefined;
  child.on("message", (message) => (told = message as Watched));
  const [code] = (await once(child, "exit")) as [number | null];
  return { ...(told && { watched: told }), isSound: code === 0 };
}

/** A run that failed may not have come to all that it goes by: what counted before still does. */
function merged(before: Watched, { watched, isSound }: Ended): Watched {
  if (!watched) return before;
  if (isSound) return watched;
  return {
    ...watched,
    files: [...new Set([...watched.files, ...before.files])],
    code: [...new Set([...watched.code, ...before.code])],
  };
}
