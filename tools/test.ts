/**
 * `npm test [-- <vitest arguments>]`: every check over the whole repository, then the tests. All of them run whatever
 * fails. The last line is `N passed, N failed, N skipped`, alone.
 */
import { performance } from "node:perf_hooks";
import { checks, type Check } from "./check/checks.ts";
import { countsLine, sum, type Counts } from "./check/counts.ts";
import { runTests } from "./check/tests.ts";

const checked = await Promise.all([inTurn(checks.slice(0, 1)), inTurn(checks.slice(1))]);
process.stdout.write("\n");
const tested = await runTests(process.argv.slice(2));
const total = sum([...checked.flat(), tested]);
process.stdout.write(`\n${countsLine(total)}\n`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

async function inTurn(some: readonly Check[]): Promise<readonly Counts[]> {
  const counts: Counts[] = [];
  for (const check of some) counts.push(await perform(check));
  return counts;
}

async function perform({ name, remedy, run }: Check): Promise<Counts> {
  const started = performance.now();
  const { code, output } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const text = output.trim();
  if (code === 0) {
    process.stdout.write(`ok      ${name} (${seconds} s)\n${text ? `${text}\n` : ""}`);
    return { passed: 1, failed: 0, skipped: 0 };
  }
  process.stdout.write(`\nFAILED  ${name} (${seconds} s)\n${text}\n        ${remedy}\n\n`);
  return { passed: 0, failed: 1, skipped: 0 };
}
