/** Runs a command, and turns whatever goes wrong into a calm ending. */
import { bugReport } from "./bug-report.ts";
import { run } from "./run.ts";

process.on("uncaughtException", (error) => {
  crash(error);
  process.exit();
});
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough; what the run does otherwise goes on to its end.
    if (error.code !== "EPIPE") throw error;
  });
}

await run(process.argv.slice(2)).catch(crash);

function crash(error: unknown): void {
  process.stderr.write(bugReport(error, process.env["DEBUG"] !== undefined));
  process.exitCode = 70;
}
