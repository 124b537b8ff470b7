import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";
import { jvmFlags } from "./jvm.ts";
import { pathOf } from "./locate.ts";
import type { Engine } from "./locate.ts";

/** Compiled JUnit tests. */
export interface JunitJob {
  /** Folders of classes; every test in them runs. */
  readonly classes: readonly string[];
  /** Sets of jars that they need; JUnit's own need not be named. */
  readonly sets: readonly string[];
  /** A minute when nothing is said. */
  readonly timeoutMs?: number;
}

/** What JUnit counted. */
export interface JunitResult {
  /** At least one test ran and none failed. */
  readonly ok: boolean;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
  /** The console's own words. */
  readonly output: string;
}

/** Runs JUnit tests in a JVM of their own. Finding no test is a failure, which JUnit's console does not say by itself. */
export function runJunit(engine: Engine, job: JunitJob): Promise<JunitResult> {
  const sets = pathOf(engine, "sets");
  const classPath = [...job.classes, ...job.sets.map((set) => join(sets, set, "*"))];
  const consoleJars = join(sets, "junit-console", "*");
  const args = ["execute", "--disable-banner", "--disable-ansi-colors", "--details=tree", "--fail-if-no-tests"];
  const scan = `--scan-class-path=${job.classes.join(delimiter)}`;
  const java = [...jvmFlags, "-cp", [...classPath, consoleJars].join(delimiter)];
  const options = { timeout: job.timeoutMs ?? 60_000, killSignal: "SIGKILL", maxBuffer: 64 * 1024 * 1024 } as const;
  return new Promise((done) => {
    execFile(
      "java",
      [...java, "org.junit.platform.console.ConsoleLauncher", ...args, scan],
      options,
      (error, stdout, stderr) => {
        const count = (what: string) => Number(new RegExp(`(\\d+) tests ${what}`).exec(stdout)?.[1] ?? 0);
        const counts = { succeeded: count("successful"), failed: count("failed"), skipped: count("skipped") };
        done({ ok: error === null && counts.succeeded > 0, ...counts, output: stdout + stderr });
      },
    );
  });
}
