#!/usr/bin/env node
// The `dpm` of this repository: runs the command from its TypeScript source on the repository's own Node, whatever Node
// started it. The published package starts at the built bin.ts instead.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const cli = dirname(dirname(fileURLToPath(import.meta.url)));
const name = process.platform === "win32" ? "node.exe" : "node";
const modules = join(cli, "..", "..", "node_modules");
const node = join(modules, "node", "bin", name);
// Stripping the types of every source takes longer than most runs; Node keeps the result by the content of the file.
const env = { NODE_COMPILE_CACHE: join(modules, ".cache", "dpm"), ...process.env };

if (existsSync(node)) {
  const bin = join(cli, "src", "bin.ts");
  const child = spawn(node, ["--conditions=@dpm/source", bin, ...process.argv.slice(2)], { stdio: "inherit", env });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    // A terminal sends Ctrl-C to the child as well.
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
} else {
  process.stderr.write("The repository is not set up: run `node tools/setup.mjs` in its root.\n");
  process.exitCode = 70;
}
