/** The `dpm` command. It loads nothing that this run does not need: telling the version loads next to nothing. */
import process from "node:process";

process.on("uncaughtException", (error) => {
  void crash(error).finally(() => process.exit(70));
});
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read the output has seen enough; what the run does otherwise goes on to its end.
    if (error.code !== "EPIPE") throw error;
  });
}

const args = process.argv.slice(2);
if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
  const { version } = await import("./version.ts");
  process.stdout.write(`${version()}\n`);
} else {
  try {
    const { run } = await import("./run.ts");
    await run(args);
  } catch (error) {
    await crash(error);
  }
}

async function crash(error: unknown): Promise<void> {
  const { bugReport } = await import("./bug-report.ts");
  process.stderr.write(bugReport(error, process.env["DEBUG"] !== undefined));
  process.exitCode = 70;
}
