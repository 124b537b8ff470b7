/** Runs a command, and turns whatever goes wrong into a calm ending. */
import { bugReport } from "./bug-report.ts";
import { plain } from "./plain.ts";

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

await command().catch(crash);

async function command(): Promise<void> {
  const args = process.argv.slice(2);
  const bare = args.length === 1 ? plain.get(args[0] ?? "") : undefined;
  if (bare) return bare();
  const { run } = await import("./run.ts");
  return run(args);
}

function crash(error: unknown): void {
  process.stderr.write(bugReport(error, process.env["DEBUG"] !== undefined));
  process.exitCode = 70;
}
