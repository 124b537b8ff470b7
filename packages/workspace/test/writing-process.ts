// Writes one set of files and then the other, again and again, until it is killed.
import { writeFiles } from "../src/write/write-files.ts";
import { requestFor } from "./two-sets.ts";

const root = process.argv[2] ?? "";
process.stdout.write("ready\n");
for (let round = 0; ; round++) {
  const { diagnostics } = await writeFiles(requestFor(root, round % 2 === 0 ? "a" : "b"));
  const errors = diagnostics.filter((one) => one.severity === "error");
  if (errors.length > 0) process.stdout.write(`${JSON.stringify(errors)}\n`);
  process.stdout.write(`written ${round}\n`);
}
