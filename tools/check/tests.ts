/** Runs vitest once over the whole repository, or over what the arguments name. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../program.ts";
import { nothing, type Counts } from "./counts.ts";
import type { TestRun } from "./counting-reporter.ts";

/** vitest's own report goes straight to the terminal; what it counted comes back. */
export async function runTests(args: readonly string[], cwd?: string): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "dpm-counts-"));
  const file = join(folder, "counts.json");
  const reporter = join(import.meta.dirname, "counting-reporter.ts");
  try {
    const { code } = await run("vitest", ["run", "--reporter=default", `--reporter=${reporter}`, ...args], {
      ...(cwd && { cwd }),
      env: { DPM_COUNTS: file, ...(process.stdout.isTTY || process.env["FORCE_COLOR"] ? {} : { NO_COLOR: "1" }) },
      show: "inherit",
    });
    return judge(code, read(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(file: string): TestRun | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as TestRun;
  } catch {
    return undefined;
  }
}

/** A run that counted nothing, or that vitest calls failed though no test is, is one failure more. */
export function judge(code: number, counted: TestRun | undefined): Counts {
  if (!counted) return oneMore(nothing, `vitest ended with ${code} and counted nothing`);
  showSkips(counted);
  if (counted.passed + counted.failed === 0) return oneMore(counted, "no test ran");
  if (code !== 0 && counted.failed === 0) return oneMore(counted, `vitest ended with ${code} though no test failed`);
  return counted;
}

function oneMore(counts: Counts, why: string): Counts {
  process.stdout.write(`\n${why}: counted as one failure\n`);
  return { ...counts, failed: counts.failed + 1 };
}

/** Says once per reason what was not run, so that no skip goes unseen. */
function showSkips({ skips }: TestRun): void {
  const byReason = new Map<string, string[]>();
  for (const { test, reason } of skips) byReason.set(reason, [...(byReason.get(reason) ?? []), test]);
  for (const [reason, tests] of byReason) {
    process.stdout.write(`\nskipped ${tests.length}: ${reason || "no reason given"}\n`);
    for (const test of tests.slice(0, 3)) process.stdout.write(`  ${test}\n`);
    if (tests.length > 3) process.stdout.write(`  and ${tests.length - 3} more\n`);
  }
}
