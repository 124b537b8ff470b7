import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { acquireLock } from "../src/write/lock.ts";
import { writeFiles } from "../src/write/write-files.ts";
import { bundled } from "./bundled.ts";
import { readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { expectedFiles } from "./two-sets.ts";
import { codes, request } from "./write-request.ts";

const locksIn = (root: string): readonly string[] =>
  fs.readdirSync(join(root, ".dpm")).filter((name) => name.startsWith("lock-"));

async function lock(root: string, wait = 0): Promise<() => void> {
  const taken = await acquireLock(root, wait);
  if (!("release" in taken)) throw new Error(`held by ${taken.heldBy.pid}`);
  return taken.release;
}

describe("the lock of a project", () => {
  test("is held by one at a time, and leaves nothing when it is released", async () => {
    const root = temporaryFolder();
    const release = await lock(root);
    expect(await acquireLock(root, 0)).toMatchObject({
      heldBy: { pid: process.pid, file: join(root, ".dpm", locksIn(root)[0] ?? "") },
    });
    release();
    expect(fs.readdirSync(root)).toEqual([]);
    (await lock(root))();
  });

  test("is waited for", async () => {
    const root = temporaryFolder();
    const release = await lock(root);
    const waiting = lock(root, 10_000);
    release();
    (await waiting)();
    expect(fs.readdirSync(root)).toEqual([]);
  });

  test("of a process that is dead, or of one from before the machine was started again, is no lock", async () => {
    const root = temporaryFolder();
    const release = await lock(root);
    const own = locksIn(root)[0] ?? "";
    release();
    const [name, pid, start, machine, boot, id] = own.split("-");
    const { pid: dead } = spawnSync(process.execPath, ["-e", ""]);
    const others = [
      [name, dead, start, machine, boot, id],
      [name, pid, Number(start) + 1, machine, boot, id],
      [name, pid, start, machine, "00000000", id],
    ];
    for (const other of others) {
      writeAll(root, { [`.dpm/${other.join("-")}`]: "" });
      (await lock(root))();
      expect(fs.readdirSync(root)).toEqual([]);
    }
    writeAll(root, { [`.dpm/${own}`]: "" });
    expect(await acquireLock(root, 0)).toMatchObject({ heldBy: { pid: process.pid } });
  });

  test("of another machine holds until it is old", async () => {
    const root = temporaryFolder({ ".dpm/lock-1-1-00000000-00000000-00000000": "" });
    expect(await acquireLock(root, 0)).toMatchObject({ heldBy: { pid: 1 } });
    fs.utimesSync(join(root, ".dpm/lock-1-1-00000000-00000000-00000000"), 1, 1);
    (await lock(root))();
  });

  test("keeps a run from writing, which says so", async () => {
    const root = temporaryFolder();
    const release = await lock(root);
    const result = await writeFiles(request(root, { nginx: { a: "x" } }), { wait: 50 });
    expect([codes(result), result.diagnostics[0]?.params["pid"]]).toEqual([["workspace/locked"], process.pid]);
    expect(readOutput(root)).toEqual({});
    release();
  });

  test("is not needed by a run that has nothing to write", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, { nginx: { a: "x" } }));
    const release = await lock(root);
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }), { wait: 0 }))).toEqual([]);
    release();
  });
});

test("four processes that write two sets at once leave one of them", { timeout: 60_000 }, async () => {
  const script = await bundled("writing-once.ts");
  const root = temporaryFolder();
  for (let round = 0; round < 4; round++) {
    const children = ["a", "b", "a", "b"].map((set) =>
      spawn(process.execPath, [script, root, set], { stdio: ["ignore", "pipe", "inherit"] }),
    );
    const said = await Promise.all(
      children.map(async (child) => {
        let text = "";
        child.stdout.on("data", (data: Buffer) => (text += data.toString()));
        await once(child, "exit");
        return text;
      }),
    );
    expect(said).toEqual(["[]", "[]", "[]", "[]"]);
    const found = readOutput(root);
    expect(found).toEqual(expectedFiles("generated/nginx/only-a/part-0/0.txt" in found ? "a" : "b"));
    expect(locksIn(root)).toEqual([]);
  }
});
