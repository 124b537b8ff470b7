import { join } from "node:path";
import { expect, test } from "vitest";
import { countsLine, sum } from "../check/counts.ts";
import { root } from "../packages.ts";
import { script } from "../program.ts";

const counted = join(root, "tools", "test", "counted");

/** Runs the test step over the files in `counted` as `npm test` does, in a process of its own. */
async function count(...args: readonly string[]): Promise<{ readonly counts: unknown; readonly output: string }> {
  const { output } = await script(join(import.meta.dirname, "count.ts"), args, { cwd: counted });
  return { counts: JSON.parse(output.trimEnd().split("\n").at(-1) ?? ""), output };
}

test("passed, failed and skipped tests are counted, and a skip's reason is shown", async () => {
  const { counts, output } = await count("tests.case.ts");
  expect(counts).toEqual({ passed: 2, failed: 1, skipped: 2 });
  expect(output).toContain("skipped 1: no engine here: install it\n  is skipped with a reason\n");
});

test("a file that does not load is a failure", async () => {
  const { counts } = await count("not-loading.case.ts");
  expect(counts).toMatchObject({ passed: 0, failed: 1 });
});

test("a hook that throws is a failure", async () => {
  const { counts } = await count("broken-hook.case.ts");
  expect(counts).toMatchObject({ passed: 0, failed: 1 });
});

test("an unhandled rejection is a failure beside the tests that passed", async () => {
  const { counts } = await count("unhandled.case.ts");
  expect(counts).toMatchObject({ passed: 1, failed: 1 });
});

test("a run in which no test ran is a failure", async () => {
  const { counts } = await count("nothing-is-called-so");
  expect(counts).toMatchObject({ passed: 0, failed: 1 });
});

test("a vitest that does not even start is a failure", async () => {
  const { counts } = await count("--no-such-option=1", "--config=missing.config.ts");
  expect(counts).toMatchObject({ passed: 0, failed: 1 });
});

test("counts are summed into the one last line", () => {
  const parts = [
    { passed: 1, failed: 0, skipped: 2 },
    { passed: 3, failed: 1, skipped: 0 },
  ];
  expect(countsLine(sum(parts))).toBe("4 passed, 1 failed, 2 skipped");
});
