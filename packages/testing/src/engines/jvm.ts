import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { createInterface } from "node:readline";
import { endsWithin } from "./guard.ts";
import { toBindResult, toResult, toRunResult } from "./jvm-jobs.ts";
import type { Answer, BindResult, CompileJob, CompileResult, RunJob, RunResult } from "./jvm-jobs.ts";
import { pathOf } from "./locate.ts";
import type { Engine } from "./locate.ts";

/** One JVM that compiles, runs and binds without being started again; jobs may overlap. */
export interface Jvm {
  /** Compiles Java sources in memory with javac. */
  readonly compile: (job: CompileJob) => Promise<CompileResult>;
  /** Calls `static String run(String[] args)` of a class, in a class loader of its own. */
  readonly run: (job: RunJob) => Promise<RunResult>;
  /** Says of every key of an `application.yml` what Spring Boot makes of it. */
  readonly bind: (yaml: string) => Promise<BindResult>;
  readonly stop: () => Promise<void>;
}

/** Flags for many short programs: start fast, stay small. */
export const jvmFlags: readonly string[] = [
  "-XX:TieredStopAtLevel=1",
  "-XX:+UseSerialGC",
  "-Xmx512m",
  "-Duser.language=en",
];

const LIMIT_MS = 20_000;
/** How long an answer may be late before the JVM itself counts as dead. */
const GRACE_MS = 10_000;

/** Starts the JVM; it must be stopped, and ends by itself should this process die first. */
export async function startJvm(engine: Engine): Promise<Jvm> {
  const work = await mkdtemp(join(tmpdir(), "dpm-jvm-"));
  const sets = pathOf(engine, "sets");
  const classPath = [pathOf(engine, "runner"), join(sets, "runner", "*")].join(delimiter);
  const child = spawn("java", [...jvmFlags, "-cp", classPath, "Runner", sets, work]);
  const waiting = new Map<number, { readonly done: (answer: Answer) => void; readonly fail: (why: Error) => void }>();
  let said = "";
  let jobs = 0;
  child.stderr.on("data", (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)));
  createInterface({ input: child.stdout }).on("line", (line) => {
    const answer = JSON.parse(line) as Answer;
    waiting.get(answer.id)?.done(answer);
    waiting.delete(answer.id);
  });
  const dead = (why: string) => {
    for (const { fail } of waiting.values()) fail(new Error(`the JVM ${why}:\n${said}`));
    waiting.clear();
  };
  child.on("error", (error) => dead(`did not start: ${error.message}`));
  child.on("close", () => dead("ended before its answer"));
  child.stdin.on("error", () => dead("takes no more jobs"));

  const ask = (job: string, details: object, timeoutMs: number): Promise<Answer> =>
    new Promise((done, fail) => {
      const id = (jobs += 1);
      const late = setTimeout(() => child.kill("SIGKILL"), timeoutMs + GRACE_MS);
      const settle =
        <T>(end: (value: T) => void) =>
        (value: T) => (clearTimeout(late), end(value));
      waiting.set(id, { done: settle(done), fail: settle(fail) });
      if (child.exitCode !== null) dead("has ended");
      else child.stdin.write(`${JSON.stringify({ ...details, id, job, timeoutMs })}\n`);
    });
  return {
    compile: async (job) => toResult(await ask("compile", job, job.timeoutMs ?? LIMIT_MS)) as CompileResult,
    run: async (job) => toRunResult(await ask("run", job, job.timeoutMs ?? LIMIT_MS)),
    bind: async (yaml) => toBindResult(await ask("bind", { yaml }, LIMIT_MS)),
    stop: async () => {
      child.stdin.end();
      if (!(await endsWithin(child, 2_000))) child.kill("SIGKILL");
      await rm(work, { recursive: true, force: true });
    },
  };
}
