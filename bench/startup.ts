/**
 * The built command's start above node's own, in milliseconds: `dpm --version` (limit 10) and `dpm generate` on the
 * example with nothing to change (limit 80). Runs take turns, so that what the machine does besides hits all alike.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const main = join(root, "packages", "cli", "dist", "bin.js");
const rounds = 15;

function timed(args: readonly string[], cwd: string): number {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr}`);
  return performance.now() - started;
}

const middle = (times: readonly number[]): number =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0;

function measure(cwd: string): void {
  const programs = [
    { title: "node -e 0", args: ["-e", "0"], limit: 0 },
    { title: "dpm --version", args: [main, "--version"], limit: 10 },
    { title: "dpm generate", args: [main, "generate"], limit: 80 },
  ];
  const times = programs.map((): number[] => []);
  for (let round = -1; round < rounds; round++)
    programs.forEach(({ args }, index) => {
      const time = timed(args, cwd);
      if (round >= 0) times[index]?.push(time);
    });
  const [bare = 0, ...others] = times.map(middle);
  console.log(`node -e 0: ${bare.toFixed(1)} ms`);
  programs.slice(1).forEach(({ title, limit }, index) => {
    const above = (others[index] ?? 0) - bare;
    const verdict = above <= limit ? "within" : "ABOVE";
    console.log(`${title}: ${above.toFixed(1)} ms above node's own start, ${verdict} the limit of ${limit} ms`);
  });
}

if (existsSync(main)) {
  const folder = mkdtempSync(join(tmpdir(), "dpm-startup-"));
  try {
    for (const name of ["main.dpm", ".dpmrc.json"])
      cpSync(join(root, "examples", "order-service", name), join(folder, name));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  console.error("the command is not built: run `npm run build` first");
  process.exitCode = 1;
}
