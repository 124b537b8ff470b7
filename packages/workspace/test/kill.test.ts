import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { nodeFileSystem } from "../src/write/file-system.ts";
import { findJournal } from "../src/write/journal.ts";
import { recover } from "../src/write/recover.ts";
import { writeFiles } from "../src/write/write-files.ts";
import { bundled } from "./bundled.ts";
import { readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { expectedFiles, requestFor } from "./two-sets.ts";
import { codes } from "./write-request.ts";

const edited = "generated/nginx/part-2/2.txt";

/** Starts the writer and kills it with SIGKILL at a random moment of its first three sets. */
async function writeAndKill(script: string, root: string, longest: number): Promise<string> {
  const child = spawn(process.execPath, [script, root], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.on("data", (data: Buffer) => (said += data.toString()));
  await once(child.stdout, "data");
  await sleep(randomInt(longest));
  child.kill("SIGKILL");
  await once(child, "exit");
  return said;
}

test(
  "a writer that is killed at a hundred random moments never leaves a mixture, and never costs an edit",
  { timeout: 120_000 },
  async () => {
    const script = await bundled("writing-process.ts");
    const root = temporaryFolder();
    const sets = { a: expectedFiles("a"), b: expectedFiles("b") };
    await writeFiles(requestFor(root, "b"));
    const started = performance.now();
    await writeFiles(requestFor(root, "a"));
    // Long enough for a kill in every phase, short enough for a hundred of them.
    const longest = Math.min(300, Math.ceil((performance.now() - started) * 1.5));

    const phases = { none: 0, prepared: 0, forward: 0, back: 0 };
    for (let kill = 0; kill < 100; kill++) {
      const said = await writeAndKill(script, root, longest);
      expect(said, "the run before a kill found no fault with what the one before it left").not.toContain("workspace/");
      phases[findJournal(nodeFileSystem, root)?.phase ?? "none"]++;
      const isEdited = kill % 10 === 9;
      if (isEdited) writeAll(root, { [edited]: "by hand\n" });

      recover(nodeFileSystem, root);
      const found: Readonly<Record<string, string>> = readOutput(root);
      const name = "generated/nginx/only-a/part-0/0.txt" in found ? "a" : "b";
      expect(found, `kill ${kill}`).toEqual(isEdited ? { ...sets[name], [edited]: "by hand\n" } : sets[name]);
      if (!isEdited) continue;
      expect(codes(await writeFiles(requestFor(root, "a")))).toContain("workspace/file-edited");
      expect(readOutput(root)[edited]).toBe("by hand\n");
      await writeFiles({ ...requestFor(root, "a"), force: true });
    }
    expect((await writeFiles(requestFor(root, "a"))).diagnostics).toEqual([]);
    expect(fs.readdirSync(join(root, ".dpm"))).toEqual(["manifest.json"]);
    expect(fs.readdirSync(root).sort()).toEqual([".dpm", "generated"]);
    expect(phases.prepared + phases.forward, JSON.stringify(phases)).toBeGreaterThan(20);
  },
);
