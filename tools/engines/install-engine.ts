import { rm } from "node:fs/promises";
import { findInstalled, finishInstall, recipes, removeLeftovers, startInstall } from "./cache.ts";
import type { Present } from "./cache.ts";
import type { Engine } from "./engine.ts";
import { run } from "./run.ts";

/** Why an engine could not be installed, and the command that helps. */
export interface Failure {
  readonly name: string;
  readonly why: string;
  readonly install: string;
}

/** Gives the engine that is there, or installs it; nothing of a failed install is left behind. */
export async function installEngine(engine: Engine, cache: string): Promise<Present | Failure> {
  removeLeftovers(engine, cache);
  const there = findInstalled(engine, cache);
  if (there !== undefined) return there;
  for (const need of engine.needs) {
    const [command, ...args] = need.probe;
    const refusal = await run(command, args, { limitMs: 60_000 }).then(
      () => undefined,
      (error: Error) => error.message,
    );
    if (refusal !== undefined) return { name: engine.name, why: refusal, install: need.install };
  }
  const into = startInstall(engine, cache);
  try {
    return finishInstall(engine, cache, into, await engine.install({ into, cache, recipes, run }));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { name: engine.name, why, install: `npm run engines -- ${engine.name}` };
  } finally {
    await rm(into, { recursive: true, force: true });
  }
}
