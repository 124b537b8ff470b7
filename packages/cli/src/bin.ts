#!/usr/bin/env node
/** The published `dpm`. It imports nothing before it knows that this Node can run the rest. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  await import("./main.ts");
} else {
  process.stderr.write(
    `dpm needs Node 22.18 or newer, this is ${process.versions.node}.\n` +
      "help: install a newer Node (https://nodejs.org), or run `npx --package node@24 --package @dpm/cli dpm`\n",
  );
  process.exitCode = 2;
}

export {};
