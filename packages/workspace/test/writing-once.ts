// Writes the set that it is told and prints the codes of what was wrong.
import { writeFiles } from "../src/write/write-files.ts";
import { requestFor } from "./two-sets.ts";

const [, , root = "", set = ""] = process.argv;
const { diagnostics } = await writeFiles(requestFor(root, set === "a" ? "a" : "b"), { wait: 30_000 });
process.stdout.write(JSON.stringify(diagnostics.map((one) => one.code)));
