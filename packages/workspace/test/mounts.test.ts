import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, onTestFinished, test, type TestContext } from "vitest";
import { writeFiles } from "../src/write/write-files.ts";
import { bundled } from "./bundled.ts";
import { readAll, readOutput, temporaryFolder } from "./temporary-folder.ts";
import { requestFor } from "./two-sets.ts";
import { codes, request } from "./write-request.ts";

/** Mounts for one test; skips it, saying why, where that is not possible. */
function mount(context: TestContext, args: readonly string[], at: string): void {
  const { status, stderr } = spawnSync("mount", [...args, at], { encoding: "utf8" });
  if (status !== 0) context.skip(`needs root on Linux to mount: ${stderr || "there is no mount"}`);
  onTestFinished(() => void spawnSync("umount", [at]));
}

const old = { nginx: { "a.conf": "old a\n", "b.conf": "old b\n" } };
const big = "x".repeat(300_000);

describe("a real file system", () => {
  test("that is full leaves the old set whole, and takes the new one once there is room", async (context) => {
    const root = temporaryFolder();
    mount(context, ["-t", "tmpfs", "-o", "size=1m", "tmpfs"], root);
    await writeFiles(request(root, old));
    const before = readAll(root);
    const next = { nginx: { "a.conf": big, "b.conf": big, "c.conf": big, "d.conf": big } };
    const result = await writeFiles(request(root, next));
    expect([codes(result), result.diagnostics[0]?.message]).toEqual([
      ["workspace/could-not-write"],
      expect.stringContaining("the disk is full"),
    ]);
    expect(readAll(root)).toEqual(before);
    const less = { nginx: { "a.conf": big, "b.conf": big } };
    expect(codes(await writeFiles(request(root, less)))).toEqual([]);
    expect(readOutput(root)["generated/nginx/b.conf"]).toBe(big);
  });

  test("that is full only where the output lies, beside the project, does so too", async (context) => {
    const root = temporaryFolder({ "generated/x": "" });
    mount(context, ["-t", "tmpfs", "-o", "size=1m", "tmpfs"], join(root, "generated"));
    await writeFiles(request(root, old));
    const before = readAll(root);
    expect(codes(await writeFiles(request(root, { nginx: { "a.conf": big.repeat(4) } })))).toEqual([
      "workspace/could-not-write",
    ]);
    expect(readAll(root)).toEqual(before);
    expect(codes(await writeFiles(request(root, { nginx: { "a.conf": "new\n" } })))).toEqual([]);
    expect(readOutput(root)).toEqual({ "generated/nginx/a.conf": "new\n" });
    expect(fs.readdirSync(join(root, "generated"))).toEqual(["nginx"]);
  });

  test("that is mounted twice, so that a rename cannot cross, is written to", async (context) => {
    const root = temporaryFolder({ "generated/x": "", "elsewhere/nginx/y": "" });
    mount(context, ["--bind", join(root, "elsewhere")], join(root, "generated"));
    fs.rmSync(join(root, "elsewhere/nginx/y"));
    expect(codes(await writeFiles(request(root, old)))).toEqual([]);
    expect(codes(await writeFiles(request(root, { nginx: { "a.conf": "new\n" } })))).toEqual([]);
    expect(readAll(join(root, "elsewhere"))).toEqual({ "nginx/a.conf": "new\n" });
  });

  test("that is read-only where the output lies is said to be, and the project stays as it was", async (context) => {
    const root = temporaryFolder();
    await writeFiles(request(root, old));
    const before = readAll(root);
    mount(context, ["--bind", join(root, "generated")], join(root, "generated"));
    const { status } = spawnSync("mount", ["-o", "remount,ro,bind", join(root, "generated")]);
    if (status !== 0) context.skip("cannot make a mount read-only here");
    const result = await writeFiles(request(root, { nginx: { "a.conf": "new\n", "c.conf": "new\n" } }));
    expect([codes(result), result.diagnostics[0]?.message]).toEqual([
      ["workspace/could-not-write"],
      expect.stringContaining("the file system is read-only"),
    ]);
    expect(readAll(root)).toEqual(before);
  });

  test("that is read-only altogether is said to be", async (context) => {
    const root = temporaryFolder();
    await writeFiles(request(root, old));
    mount(context, ["--bind", root], root);
    const { status } = spawnSync("mount", ["-o", "remount,ro,bind", root]);
    if (status !== 0) context.skip("cannot make a mount read-only here");
    expect(codes(await writeFiles(request(root, { nginx: { "a.conf": "new\n" } })))).toEqual([
      "workspace/could-not-write",
    ]);
    expect(codes(await writeFiles(request(root, old)))).toEqual([]);
  });

  test("that lets others write, but not this user", { timeout: 30_000 }, async (context) => {
    const user = process.getuid?.();
    if (user === undefined) context.skip("there are no users on this platform");
    const script = await bundled("writing-once.ts");
    const root = temporaryFolder();
    await writeFiles(requestFor(root, "a"));
    const before = readAll(root);
    fs.chmodSync(join(root, "generated/nginx/part-2"), 0o555);
    onTestFinished(() => fs.chmodSync(join(root, "generated/nginx/part-2"), 0o755));
    // Root may write everywhere, so the process is somebody else, who owns everything there.
    const nobody = user === 0 ? { uid: 65_534, gid: 65_534 } : {};
    if (nobody.uid !== undefined) spawnSync("chown", ["-R", "65534:65534", root, dirname(script)]);
    const { stdout, stderr, error } = spawnSync(process.execPath, [script, root, "b"], { encoding: "utf8", ...nobody });
    if (error) context.skip(`cannot start Node as another user: ${error.message}`);
    expect([stdout, stderr]).toEqual(['["workspace/could-not-write"]', ""]);
    expect(readAll(root)).toEqual(before);
  });
});
