#!/usr/bin/env node
/** The `dpm` command. It loads nothing before it knows that this Node can run the rest, and for the version nothing at all. */
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const args = process.argv.slice(2);

if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `dpm needs Node 22.18 or newer, this is ${process.versions.node}.\n` +
      "help: install a newer Node (https://nodejs.org), or run `npx --package node@24 --package @dpm/cli dpm`\n",
  );
  process.exitCode = 2;
} else if (args.length === 1 && (args[0] === "--version" || args[0] === "-v")) {
  // By `import`, a built-in module would be asked for all that it has.
  const { readFileSync, writeSync } = process.getBuiltinModule("node:fs");
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  // Opening the standard stream takes longer than all the rest.
  writeSync(1, `${version}\n`);
} else {
  compileOnce();
  await import("./main.ts");
}

function isTerminal(descriptor: number): boolean {
  try {
    return process.getBuiltinModule("node:fs").fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/** Where files have been written most stay as they are, and nothing is hashed. */
function forWriting(): readonly string[] {
  const isFirst = !process.getBuiltinModule("node:fs").existsSync(".dpm/manifest.json");
  return ["node:zlib", ...(isFirst ? ["node:crypto"] : [])];
}

/** What was compiled once is not compiled again: a third of a run. */
function compileOnce(): void {
  // Node's own modules are compiled already, but not for the flags below: those that are needed anyway come before it.
  const needed = ["node:v8", ...(args[0] === "generate" ? forWriting() : [])];
  for (const id of needed) process.getBuiltinModule(id);
  void [isTerminal(1) && process.stdout, isTerminal(2) && process.stderr];
  const { constants, enableCompileCache } = process.getBuiltinModule("node:module");
  const { status } = enableCompileCache();
  if (status !== constants.compileCacheStatus.ENABLED) return;
  // The cache keeps what is compiled when a module is loaded, which without the first is the functions' outlines only. The
  // second: hardly anything runs often enough for quick machine code to pay, and what does gets optimized all the same.
  process.getBuiltinModule("node:v8").setFlagsFromString("--no-lazy --no-sparkplug");
}
