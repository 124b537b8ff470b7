/** Runs a command, and turns whatever goes wrong into a calm ending. */
import { bugReport } from "./bug-report.ts";
import { plain } from "./plain.ts";
import { tell } from "./terminal/output.ts";

process.on("uncaughtException", (error) => {
  crash(error);
  process.exit();
});

await command().catch(crash);

async function command(): Promise<void> {
  const args = process.argv.slice(2);
  const bare = args.length === 1 ? plain.get(args[0] ?? "") : undefined;
  if (bare) return bare();
  const { run } = await import("./run.ts");
  return run(args);
}

function crash(error: unknown): void {
  tell(bugReport(error, process.env["DEBUG"] !== undefined));
  process.exitCode = 70;
}
