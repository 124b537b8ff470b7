#!/usr/bin/env node
/** The `dpm` command. It loads nothing before it knows that this Node can run the rest, and for the version nothing at all. */
import { readFileSync, writeSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const args = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 18)) {
  writeSync(
    2,
    `dpm needs Node 22.18 or newer, this is ${process.versions.node}.\n` +
      "help: install a newer Node (https://nodejs.org), or run `npx --package node@24 --package @dpm/cli dpm`\n",
  );
  process.exitCode = 2;
} else if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  // Opening the standard stream takes longer than all the rest.
  writeSync(1, `${version}\n`);
} else {
  // What was compiled once is not compiled again; by `import`, the module would be asked for all that it has.
  process.getBuiltinModule("node:module").enableCompileCache();
  await import("./main.ts");
}
