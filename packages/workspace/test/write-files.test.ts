import fs from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareFiles, writeFiles } from "../src/write/write-files.ts";
import { readAll, readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { codes, request, statuses } from "./write-request.ts";

const a = { nginx: { "shop.conf": "one\n" }, compose: { "compose.yaml": "services:\n" } };

describe("a run that writes", () => {
  test("writes every file below its target's folder and records it", async () => {
    const root = temporaryFolder();
    const result = await writeFiles(request(root, a));
    expect(result.diagnostics).toEqual([]);
    expect(statuses(result)).toEqual({ "generated/nginx/shop.conf": "new", "generated/compose/compose.yaml": "new" });
    expect(readOutput(root)).toEqual({
      "generated/compose/compose.yaml": "services:\n",
      "generated/nginx/shop.conf": "one\n",
    });
    expect(Object.keys(readAll(root))).toEqual([
      ".dpm/manifest.json",
      "generated/compose/compose.yaml",
      "generated/nginx/shop.conf",
    ]);
  });

  test("touches nothing when there is nothing to change", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    const times = (): readonly number[] =>
      [".", ".dpm", ".dpm/manifest.json", "generated/nginx", "generated/nginx/shop.conf"].map(
        (path) => fs.statSync(join(root, path)).mtimeMs,
      );
    const before = times();
    const result = await writeFiles(request(root, a));
    expect(statuses(result)).toEqual({
      "generated/nginx/shop.conf": "unchanged",
      "generated/compose/compose.yaml": "unchanged",
    });
    expect(times()).toEqual(before);
  });

  test("rewrites only what changed and keeps the mode that the user gave a file", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    const compose = join(root, "generated/compose/compose.yaml");
    const conf = join(root, "generated/nginx/shop.conf");
    fs.chmodSync(conf, 0o750);
    const before = fs.statSync(compose);
    const result = await writeFiles(request(root, { ...a, nginx: { "shop.conf": "two\n" } }));
    expect(statuses(result)).toEqual({
      "generated/nginx/shop.conf": "changed",
      "generated/compose/compose.yaml": "unchanged",
    });
    expect(fs.readFileSync(conf, "utf8")).toBe("two\n");
    expect(fs.statSync(conf).mode & 0o777).toBe(0o750);
    expect([fs.statSync(compose).ino, fs.statSync(compose).mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test("knows a file anew that another tool brought up to date: what changes later is no edit by hand", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { "generated/nginx/shop.conf": "two\n" });
    const second = await writeFiles(request(root, { ...a, nginx: { "shop.conf": "two\n" } }));
    expect(statuses(second)["generated/nginx/shop.conf"]).toBe("unchanged");
    const third = await writeFiles(request(root, { ...a, nginx: { "shop.conf": "three\n" } }));
    expect(statuses(third)["generated/nginx/shop.conf"]).toBe("changed");
  });

  test("takes the manifest of an earlier version, which had hashes only, and brings it up to date", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    const manifest = readAll(root)[".dpm/manifest.json"] ?? "";
    const earlier = manifest.replace(/,\s*"crc32": \d+/g, "");
    expect(earlier).not.toBe(manifest);
    writeAll(root, { ".dpm/manifest.json": earlier });
    const again = await writeFiles(request(root, a));
    expect(Object.values(statuses(again))).toEqual(["unchanged", "unchanged"]);
    expect(readAll(root)[".dpm/manifest.json"]).toBe(manifest);
    writeAll(root, { ".dpm/manifest.json": earlier });
    const changed = await writeFiles(request(root, { ...a, nginx: { "shop.conf": "two\n" } }));
    expect(statuses(changed)["generated/nginx/shop.conf"]).toBe("changed");
  });

  test("writes a deleted file again", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    fs.rmSync(join(root, "generated/nginx/shop.conf"));
    expect(statuses(await writeFiles(request(root, a)))["generated/nginx/shop.conf"]).toBe("new");
    expect(readOutput(root)["generated/nginx/shop.conf"]).toBe("one\n");
  });

  test("adopts identical files when there is no manifest", async () => {
    const root = temporaryFolder({
      "generated/nginx/shop.conf": "one\n",
      "generated/compose/compose.yaml": "services:\n",
    });
    const before = fs.statSync(join(root, "generated/nginx/shop.conf")).mtimeMs;
    const result = await writeFiles(request(root, a));
    expect(statuses(result)).toEqual({
      "generated/nginx/shop.conf": "adopted",
      "generated/compose/compose.yaml": "adopted",
    });
    expect(fs.statSync(join(root, "generated/nginx/shop.conf")).mtimeMs).toBe(before);
    expect(statuses(await writeFiles(request(root, a)))["generated/nginx/shop.conf"]).toBe("unchanged");
  });

  test("writes the manifest in one form, whatever the order of the files", async () => {
    const roots = [temporaryFolder(), temporaryFolder()];
    const reversed = Object.fromEntries(Object.entries(a).reverse());
    await writeFiles(request(roots[0] ?? "", a));
    await writeFiles(request(roots[1] ?? "", reversed));
    const manifests = roots.map((root) => fs.readFileSync(join(root, ".dpm/manifest.json"), "utf8"));
    expect(manifests[0]).toBe(manifests[1]);
    expect(manifests[0]).not.toContain(roots[0]);
  });

  test("records a target named like a property of every object", async () => {
    const root = temporaryFolder();
    const files = [{ target: "__proto__", path: "a", mode: "generated", content: { text: "x" } }] as const;
    await writeFiles(request(root, {}, { files }));
    expect(statuses(await writeFiles(request(root, {}, { files })))).toEqual({ "generated/__proto__/a": "unchanged" });
  });
});

describe("a file that was changed by hand", () => {
  test("is not overwritten, and then nothing else is written either", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { "generated/nginx/shop.conf": "mine\n" });
    const result = await writeFiles(
      request(root, { nginx: { "shop.conf": "two\n" }, compose: { "compose.yaml": "x\n" } }),
    );
    expect(codes(result)).toEqual(["workspace/file-edited"]);
    expect(result.diagnostics[0]?.span?.file).toBe("generated/nginx/shop.conf");
    expect(readOutput(root)).toEqual({
      "generated/compose/compose.yaml": "services:\n",
      "generated/nginx/shop.conf": "mine\n",
    });
  });

  test("is overwritten with force", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { "generated/nginx/shop.conf": "mine\n" });
    const result = await writeFiles(request(root, a, { force: true }));
    expect([codes(result), statuses(result)["generated/nginx/shop.conf"]]).toEqual([[], "changed"]);
    expect(readOutput(root)["generated/nginx/shop.conf"]).toBe("one\n");
  });

  test("is not taken for dpm's own where no manifest knows it", async () => {
    const root = temporaryFolder({ "generated/nginx/shop.conf": "somebody's\n" });
    const result = await writeFiles(request(root, a));
    expect(codes(result)).toEqual(["workspace/file-not-ours"]);
    expect(readAll(root)).toEqual({ "generated/nginx/shop.conf": "somebody's\n" });
  });

  test("is not deleted when it is stale, unless with force", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { "generated/nginx/shop.conf": "mine\n" });
    const next = { compose: a.compose };
    expect(codes(await writeFiles(request(root, next)))).toEqual(["workspace/stale-edited"]);
    expect(readOutput(root)["generated/nginx/shop.conf"]).toBe("mine\n");
    expect(codes(await writeFiles(request(root, next, { force: true })))).toEqual([]);
    expect(Object.keys(readOutput(root))).toEqual(["generated/compose/compose.yaml"]);
  });
});

describe("stale files", () => {
  test("of a target that ran in full are removed with their empty folders", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, { nginx: { "a/b/old.conf": "x", "new.conf": "y" } }));
    const result = await writeFiles(request(root, { nginx: { "new.conf": "y" } }));
    expect(statuses(result)).toEqual({
      "generated/nginx/new.conf": "unchanged",
      "generated/nginx/a/b/old.conf": "stale",
    });
    expect(fs.readdirSync(join(root, "generated/nginx"))).toEqual(["new.conf"]);
  });

  test("of targets that did not run stay", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    await writeFiles(request(root, { nginx: { "other.conf": "x" } }, { complete: ["nginx"] }));
    expect(Object.keys(readOutput(root))).toEqual(["generated/compose/compose.yaml", "generated/nginx/other.conf"]);
    await writeFiles(request(root, a));
    expect(Object.keys(readOutput(root))).toEqual(["generated/compose/compose.yaml", "generated/nginx/shop.conf"]);
  });

  test("stay when the run read only some of the inputs", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    await writeFiles(request(root, { nginx: { "other.conf": "x" } }, { complete: [] }));
    expect(Object.keys(readOutput(root))).toHaveLength(3);
  });

  test("below another output folder stay", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a, { out: "preview" }));
    await writeFiles(request(root, a));
    expect(Object.keys(readOutput(root))).toHaveLength(4);
  });

  test("of another configuration in the same folder stay", async () => {
    const root = temporaryFolder({ ".dpmrc": "{}", "other.json": "{}" });
    await writeFiles(request(root, { nginx: { "a.conf": "x" } }));
    await writeFiles(request(root, { nginx: { "b.conf": "x" } }, { config: "other.json" }));
    expect(Object.keys(readOutput(root)).filter((path) => path.endsWith(".conf"))).toHaveLength(2);
  });

  test("of a configuration that was renamed belong to its heir", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, { nginx: { "a.conf": "x" } }));
    await writeFiles(request(root, { nginx: { "b.conf": "x" } }, { config: "dpm.config.ts" }));
    expect(Object.keys(readOutput(root))).toEqual(["generated/nginx/b.conf"]);
    expect(readAll(root)[".dpm/manifest.json"]).not.toContain(".dpmrc");
  });

  test("that a manifest names outside the output folder are never deleted", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, { nginx: { "a.conf": "x" } }));
    const outside = temporaryFolder({ "victim.txt": "x" });
    writeAll(root, { "victim.txt": "x", "src/victim.txt": "x" });
    const path = join(root, ".dpm/manifest.json");
    const sha256 = (
      JSON.parse(fs.readFileSync(path, "utf8")) as {
        configs: { ".dpmrc": { nginx: { "generated/nginx/a.conf": { sha256: string } } } };
      }
    ).configs[".dpmrc"].nginx["generated/nginx/a.conf"].sha256;
    fs.symlinkSync(outside, join(root, "generated/link"));
    const files = [
      "victim.txt",
      "src/victim.txt",
      "generated/../victim.txt",
      "generated/link/victim.txt",
      `generated/../../${outside}/victim.txt`,
    ];
    const nginx = Object.fromEntries(files.map((file) => [file, { sha256 }]));
    fs.writeFileSync(path, JSON.stringify({ version: 1, configs: { ".dpmrc": { nginx } } }));
    await writeFiles(request(root, { compose: { "compose.yaml": "x" } }));
    expect(readAll(outside)).toEqual({ "victim.txt": "x" });
    expect(Object.keys(readOutput(root)).filter((one) => one.includes("victim"))).toEqual([
      "src/victim.txt",
      "victim.txt",
    ]);
  });
});

describe("a scaffold", () => {
  const scaffold = (text: string) =>
    [{ target: "java", path: "pom.xml", mode: "scaffold", content: { text } }] as const;

  test("is written once and is the user's from then on", async () => {
    const root = temporaryFolder();
    expect(statuses(await writeFiles(request(root, {}, { files: scaffold("one") })))).toEqual({
      "generated/java/pom.xml": "new",
    });
    writeAll(root, { "generated/java/pom.xml": "mine" });
    const again = await writeFiles(request(root, {}, { files: scaffold("two"), force: true }));
    expect(statuses(again)).toEqual({ "generated/java/pom.xml": "scaffold-kept" });
    expect(readOutput(root)).toEqual({ "generated/java/pom.xml": "mine" });
  });

  test("that is gone is missing, is written again, and is the user's again", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, {}, { files: scaffold("one") }));
    fs.rmSync(join(root, "generated"), { recursive: true });
    const missing = { "generated/java/pom.xml": "new" };
    expect(statuses(compareFiles(request(root, {}, { files: scaffold("two") })))).toEqual(missing);
    expect(statuses(await writeFiles(request(root, {}, { files: scaffold("two") })))).toEqual(missing);
    expect(readOutput(root)).toEqual({ "generated/java/pom.xml": "two" });
    const kept = await writeFiles(request(root, {}, { files: scaffold("three"), force: true }));
    expect(statuses(kept)).toEqual({ "generated/java/pom.xml": "scaffold-kept" });
    expect(readOutput(root)).toEqual({ "generated/java/pom.xml": "two" });
  });

  test("that was there before dpm is never dpm's, even when the target later generates it", async () => {
    const root = temporaryFolder({ "generated/java/pom.xml": "mine" });
    await writeFiles(request(root, {}, { files: scaffold("one") }));
    const result = await writeFiles(request(root, { java: { "pom.xml": "two" } }));
    expect(codes(result)).toEqual(["workspace/file-not-ours"]);
  });

  test("is not deleted when it is not made any more", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, {}, { files: scaffold("one") }));
    await writeFiles(request(root, {}));
    expect(readOutput(root)).toEqual({ "generated/java/pom.xml": "one" });
  });
});

describe("a comparison", () => {
  test("tells what would be done and does nothing", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { "generated/compose/compose.yaml": "mine\n" });
    const before = readAll(root);
    const result = compareFiles(request(root, { nginx: { "new.conf": "x" }, compose: { "compose.yaml": "x" } }));
    expect(statuses(result)).toEqual({
      "generated/nginx/new.conf": "new",
      "generated/compose/compose.yaml": "edited",
      "generated/nginx/shop.conf": "stale",
    });
    expect(readAll(root)).toEqual(before);
  });
});

describe("a manifest that cannot be understood", () => {
  test("makes no file dpm's own", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, a));
    writeAll(root, { ".dpm/manifest.json": "<<<<<<< ours\n" });
    const same = await writeFiles(request(root, { nginx: { "shop.conf": "two\n" } }));
    expect(codes(same)).toEqual(["workspace/manifest-unreadable", "workspace/file-not-ours"]);
    const adopted = await writeFiles(request(root, a));
    expect(codes(adopted)).toEqual(["workspace/manifest-unreadable"]);
    expect(statuses(await writeFiles(request(root, a)))["generated/nginx/shop.conf"]).toBe("unchanged");
  });
});

describe("where a file system ignores case", () => {
  test("a file whose name changes its case is one file, known under its old name and not deleted under it", async () => {
    const root = temporaryFolder();
    await writeFiles(request(root, { java: { "Order.java": "one\n" } }));
    // Two names of one file, as such a file system shows them.
    fs.linkSync(join(root, "generated/java/Order.java"), join(root, "generated/java/order.java"));
    const result = await writeFiles(request(root, { java: { "order.java": "two\n" } }));
    expect([codes(result), statuses(result)]).toEqual([[], { "generated/java/order.java": "changed" }]);
    expect(readOutput(root)["generated/java/order.java"]).toBe("two\n");
    expect(Object.keys(JSON.parse(readAll(root)[".dpm/manifest.json"] ?? "{}").configs[".dpmrc"].java)).toEqual([
      "generated/java/order.java",
    ]);
  });
});
