/**
 * What reading and checking costs a block, among 12, 1,000 and 100,000 (linear: at most 1.25 times what it costs among
 * 1,000), and the start of the built `dpm check` on the draft above node's own. No target is asked.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@dpm/core";
import { median, reportRatio } from "./measure.ts";
import { systemOf } from "./model.ts";

const root = join(import.meta.dirname, "..");
const main = join(root, "packages", "cli", "dist", "bin.js");
const draft = join(root, "..", "shared", "draft", "000_38e93c7f2ddcce6f.txt");

/** Milliseconds for 1,000 blocks. */
async function costAmong(blocks: number): Promise<number> {
  const text = systemOf(Math.round(blocks / 3));
  const runs = blocks < 100 ? { runs: 201, warm: 50 } : blocks < 10_000 ? { runs: 15, warm: 5 } : { runs: 1, warm: 0 };
  const time = await median(() => compile({ sources: [{ name: "main.dpm", text }] }), runs);
  console.log(`${blocks} blocks: ${time.toFixed(1)} ms`);
  return (time / blocks) * 1000;
}

const few = await costAmong(12);
const some = await costAmong(1002);
const many = await costAmong(99_999);
console.log(`1,000 blocks among 12: ${few.toFixed(1)} ms, the parser's making included`);
reportRatio("1,000 blocks among 100,000 / among 1,000", many, some, 1.25);

if (existsSync(draft) && existsSync(main)) startUp();
else console.log("dpm check on the draft: not measured, for the draft or the built command is not there");

/** Runs take turns, so that what the machine does besides hits both alike. */
function startUp(): void {
  const folder = mkdtempSync(join(tmpdir(), "dpm-check-"));
  try {
    copyFileSync(draft, join(folder, "draft.txt"));
    const text = readFileSync(join(folder, "draft.txt"), "utf8");
    const blocks = [...text.matchAll(/```dsl\n(.*?)```/gs)].map(([, block = ""]) => block);
    writeFileSync(join(folder, "draft.dpm"), blocks.join("\n"));
    const times: [number[], number[]] = [[], []];
    for (let round = -1; round < 15; round++)
      [
        ["-e", "0"],
        [main, "check", "draft.dpm"],
      ].forEach((args, index) => {
        const started = performance.now();
        const { status } = spawnSync(process.execPath, args, { cwd: folder });
        // The draft has mistakes, which is what exit code 1 says.
        if (status !== 0 && status !== 1) throw new Error(`node ${args.join(" ")} ended with ${status}`);
        if (round >= 0) times[index as 0 | 1].push(performance.now() - started);
      });
    const [bare = 0, ours = 0] = times.map((all) => all.toSorted((one, other) => one - other)[7] ?? 0);
    console.log(
      `dpm check on the draft: ${(ours - bare).toFixed(1)} ms above node's own start of ${bare.toFixed(1)} ms`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
