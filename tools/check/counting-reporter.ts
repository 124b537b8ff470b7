/** A vitest reporter that counts everything that can go wrong in a run and writes it to the file `DPM_COUNTS`. */
import { writeFileSync } from "node:fs";
import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";
import type { Counts } from "./counts.ts";

export interface TestRun extends Counts {
  /** Each skipped test with the reason it gave; an empty reason is a bare `skip`. */
  readonly skips: readonly { readonly test: string; readonly reason: string }[];
}

export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[], reason: TestRunEndReason): void {
    const file = process.env["DPM_COUNTS"];
    if (file) writeFileSync(file, JSON.stringify(count(modules, unhandled.length, reason)));
  }
}

function count(modules: readonly TestModule[], unhandled: number, reason: TestRunEndReason): TestRun {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const states = tests.map((test) => test.result());
  // A file that did not load and a suite whose hook threw have errors of their own, beside those of their tests.
  const broken = modules.reduce((all, module) => all + brokenParts(module), 0);
  const failed =
    // A test that is still pending when the run is over did not finish.
    states.filter(({ state }) => state === "failed" || state === "pending").length + broken + unhandled;
  return {
    passed: states.filter(({ state }) => state === "passed").length,
    failed: failed === 0 && reason !== "passed" ? 1 : failed,
    skipped: states.filter(({ state }) => state === "skipped").length,
    skips: tests.flatMap((test) => {
      const result = test.result();
      return result.state === "skipped" ? [{ test: test.fullName, reason: result.note ?? "" }] : [];
    }),
  };
}

function brokenParts(module: TestModule): number {
  const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0).length;
  return suites + (module.errors().length > 0 ? 1 : 0);
}
