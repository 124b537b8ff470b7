// Sends itself a signal in the middle of writing, and would say so if it lived on.
import { nodeFileSystem, type FileSystem } from "../src/write/file-system.ts";
import { writeFiles } from "../src/write/write-files.ts";
import { requestFor } from "./two-sets.ts";

const [, , root = "", signal = "SIGINT", listens] = process.argv;
if (listens !== undefined) process.on(signal, () => process.stdout.write("heard\n"));

let renames = 0;
const fs: FileSystem = {
  ...nodeFileSystem,
  rename: (from, to) => {
    if (++renames === 50) process.kill(process.pid, signal);
    nodeFileSystem.rename(from, to);
  },
};
await writeFiles(requestFor(root, "a"), { fs });
process.stdout.write("went on\n");
