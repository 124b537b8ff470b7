import fs from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { nodeFileSystem } from "../src/write/file-system.ts";
import { recover } from "../src/write/recover.ts";
import { writeFiles } from "../src/write/write-files.ts";
import { brokenFileSystem, Killed, killedAt, systemError, type Accident } from "./broken-file-system.ts";
import { readAll, readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { codes, request } from "./write-request.ts";

const old = {
  nginx: {
    "a.conf": "old a\n",
    "b.conf": "old b\n",
    "same.conf": "same\n",
    "stale.conf": "stale\n",
    "sub/stale.conf": "stale\n",
  },
  compose: { "compose.yaml": "old\n" },
};
const next = {
  nginx: { "a.conf": "new a\n", "b.conf": "new b\n", "same.conf": "same\n", "new.conf": "new\n" },
  compose: { "compose.yaml": "new\n" },
  java: { "src/main/A.java": "class A {}\n", "src/main/B.java": "class B {}\n" },
};
const output = (files: Readonly<Record<string, Readonly<Record<string, string>>>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(files)
      .flatMap(([target, texts]) =>
        Object.entries(texts).map(([path, text]) => [`generated/${target}/${path}`, text] as const),
      )
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

let template: Readonly<Record<string, string>>;
let calls = 0;

beforeAll(async () => {
  const root = fs.mkdtempSync("/tmp/dpm-crash-");
  await writeFiles(request(root, old));
  template = readAll(root);
  const counting = brokenFileSystem(() => undefined);
  await writeFiles(request(root, next), { fs: counting });
  calls = counting.calls().length;
  fs.rmSync(root, { recursive: true });
});

/** Runs from the old set to the new one with an accident on the way. */
async function run(root: string, accident: Accident): Promise<readonly string[]> {
  writeAll(root, template);
  try {
    return codes(await writeFiles(request(root, next), { fs: brokenFileSystem(accident) }));
  } catch (error) {
    if (error instanceof Killed) return ["killed"];
    throw error;
  }
}

function clear(root: string): void {
  for (const name of fs.readdirSync(root)) fs.rmSync(join(root, name), { recursive: true });
}

describe("a writer that is killed", () => {
  test("at any call leaves all old or all new files after the next run, and nothing of its own", async () => {
    const root = temporaryFolder();
    const seen = { old: 0, new: 0 };
    for (let at = 0; at < calls; at++) {
      clear(root);
      await run(root, killedAt(at));
      recover(nodeFileSystem, root);
      const found = readOutput(root);
      const isOld = found["generated/nginx/a.conf"] === "old a\n";
      seen[isOld ? "old" : "new"]++;
      expect(found, `killed at call ${at}`).toEqual(output(isOld ? old : next));
      expect(Object.keys(readAll(join(root, ".dpm"))), `killed at call ${at}`).toEqual(["manifest.json"]);
      const after = await writeFiles(request(root, next));
      expect(codes(after), `killed at call ${at}`).toEqual([]);
      expect(readOutput(root)).toEqual(output(next));
    }
    expect(seen.old).toBeGreaterThan(10);
    expect(seen.new).toBeGreaterThan(10);
  });

  test("at any call, and the next run too at any call, still leaves all old or all new", async () => {
    const root = temporaryFolder();
    for (let at = 3; at < calls; at += 7) {
      for (let again = 0; again < 80; again += 5) {
        clear(root);
        await run(root, killedAt(at));
        try {
          recover(brokenFileSystem(killedAt(again)), root);
        } catch (error) {
          expect(error).toBeInstanceOf(Killed);
        }
        recover(nodeFileSystem, root);
        const found = readOutput(root);
        expect(found, `killed at call ${at} and ${again}`).toEqual(
          output(found["generated/nginx/a.conf"] === "old a\n" ? old : next),
        );
      }
    }
  });

  test("never costs an edit that is made after the crash", async () => {
    const root = temporaryFolder();
    for (let at = 0; at < calls; at += 2) {
      clear(root);
      await run(root, killedAt(at));
      const edits = {
        "generated/nginx/b.conf": "edited b\n",
        "generated/nginx/stale.conf": "edited stale\n",
        "generated/nginx/new.conf": "edited new\n",
      };
      writeAll(root, edits);
      const result = await writeFiles(request(root, next));
      expect(codes(result), `killed at call ${at}`).toContain("workspace/file-edited");
      const found = readOutput(root);
      const others = Object.fromEntries(Object.entries(found).filter(([path]) => !(path in edits)));
      const whole = output(others["generated/nginx/a.conf"] === "old a\n" ? old : next);
      const expected = Object.fromEntries(Object.entries(whole).filter(([path]) => !(path in edits)));
      expect(others, `killed at call ${at}`).toEqual(expected);
      expect(Object.fromEntries(Object.entries(found).filter(([path]) => path in edits))).toEqual(edits);
    }
  });
});

describe("a file system that fails", () => {
  const codesOf = ["ENOSPC", "EACCES", "EIO"];
  test("once, at any call, leaves the old set whole or finishes the new one", async () => {
    const root = temporaryFolder();
    for (let at = 0; at < calls; at++) {
      clear(root);
      const code = codesOf[at % codesOf.length] ?? "EIO";
      const found = await run(root, (_, index) => (index === at ? systemError(code) : undefined));
      const isNew = found.length === 0;
      expect(readOutput(root), `${code} at call ${at}`).toEqual(output(isNew ? next : old));
      if (!isNew) expect(found[0], `${code} at call ${at}`).toMatch(/^workspace\/(could-not-write|file-edited)$/);
      expect(codes(await writeFiles(request(root, next))).filter((one) => one !== "workspace/recovered")).toEqual([]);
      expect(readOutput(root)).toEqual(output(next));
    }
  });

  test("for good, as a full disk does, leaves the old set whole", async () => {
    const root = temporaryFolder();
    const needsSpace = new Set(["create", "write", "sync", "mkdir", "link"]);
    let failed = 0;
    for (let at = 0; at < calls; at++) {
      clear(root);
      const found = await run(root, (call, index) =>
        index >= at && needsSpace.has(call) ? systemError("ENOSPC") : undefined,
      );
      expect(readOutput(root), `full from call ${at}`).toEqual(output(found.length > 0 ? old : next));
      if (found.length > 0) failed++;
    }
    expect(failed).toBeGreaterThan(20);
  });

  test("for good and in everything leaves a set that the next run makes whole", async () => {
    const root = temporaryFolder();
    for (let at = 0; at < calls; at++) {
      clear(root);
      await run(root, (_, index) => (index >= at ? systemError("EROFS") : undefined));
      recover(nodeFileSystem, root);
      const found = readOutput(root);
      expect(found, `read-only from call ${at}`).toEqual(
        output(found["generated/nginx/a.conf"] === "old a\n" ? old : next),
      );
    }
  });

  test("that makes no hard links is written to by copying", async () => {
    const root = temporaryFolder();
    expect(await run(root, (call) => (call === "link" ? systemError("EPERM") : undefined))).toEqual([]);
    expect(readOutput(root)).toEqual(output(next));
    for (const at of [40, 60, 80, 100]) {
      clear(root);
      await run(root, (call, index) => (call === "link" ? systemError("ENOTSUP") : killedAt(at)(call, index)));
      recover(nodeFileSystem, root);
      const found = readOutput(root);
      expect(found).toEqual(output(found["generated/nginx/a.conf"] === "old a\n" ? old : next));
    }
  });

  test("that renames from no folder to another is written to by staging beside the files", async () => {
    const root = temporaryFolder();
    let refused = 0;
    const result = await run(root, (call) => (call === "rename" && refused++ === 1 ? systemError("EXDEV") : undefined));
    expect([result, refused > 2]).toEqual([[], true]);
    expect(readOutput(root)).toEqual(output(next));
    expect(Object.keys(readAll(root)).filter((path) => path.includes("stage"))).toEqual([]);
  });
});
