/** Runs the test step in the current folder and prints what it counted as the last line. */
import { runTests } from "../check/tests.ts";

const counts = await runTests(process.argv.slice(2), process.cwd());
process.stdout.write(`${JSON.stringify({ passed: counts.passed, failed: counts.failed, skipped: counts.skipped })}\n`);
