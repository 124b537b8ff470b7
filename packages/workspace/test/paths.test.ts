import { createHash } from "node:crypto";
import fs from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, pathFault } from "../src/write/safe-path.ts";
import { writeFiles } from "../src/write/write-files.ts";
import { readAll, readOutput, temporaryFolder, writeAll } from "./temporary-folder.ts";
import { codes, request } from "./write-request.ts";

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function refused(path: string, target = "nginx"): Promise<readonly string[]> {
  const root = temporaryFolder();
  const found = codes(await writeFiles(request(root, { [target]: { [path]: "x" } })));
  if (found.length > 0) expect(readAll(root)).toEqual({});
  return found;
}

describe("a path is refused", () => {
  test.each(
    [
      ["../a", "a/../../b", "a/..", "..", "./a", "a/./b"],
      ["/etc/passwd", "C:/a", "c:a", "//host/a", "\\\\host\\a", "a\\b"],
      ["", "a//b", "a/", "/"],
      ["a\u0000b", "a\nb", "a\u0085b", "a\u007fb", "\ud800"],
      ["con", "CON.conf", "nul", "Aux.txt", "com1", "LPT9.log", "com²", "conin$", "a/prn/b"],
      ["a.", "a ", "a/b./c", "a<b", "a:b", 'a"b', "a|b", "a?b", "a*b"],
      [
        ".git/hooks/post-commit",
        "a/.GIT/config",
        "git~1/config",
        ".dpm/manifest.json",
        ".DPM/lock",
        ".g\u200bit/config",
        ".hg/hgrc",
      ],
      ["é".repeat(128)],
    ].flat(),
  )("%j", async (path) => {
    expect(await refused(path)).toEqual(["workspace/path-unsafe"]);
  });

  test.each(["..", ".", "a/b", "a\\b", "", ".dpm", "nul"])("for the target %j", async (target) => {
    expect(await refused("a.conf", target)).toEqual(["workspace/path-unsafe"]);
  });

  test.each([
    "shop.conf",
    "src/main/java/A.java",
    "…/日本.yaml",
    ".env",
    "console.log",
    "com10",
    "a..b",
    "git",
    "é".repeat(127),
  ])("but not %j", async (path) => {
    expect(await refused(path)).toEqual([]);
  });
});

describe("two paths are refused that may be one place", () => {
  test.each([
    ["Order.java", "order.java"],
    ["straße.conf", "STRASSE.conf"],
    ["\u00e9.conf", "e\u0301.conf"],
    ["a", "a/b"],
    ["A/x", "a/y"],
  ])("%j and %j", async (one, other) => {
    const root = temporaryFolder();
    expect(codes(await writeFiles(request(root, { java: { [one]: "x", [other]: "y" } })))).toEqual([
      "workspace/path-collision",
    ]);
    expect(readAll(root)).toEqual({});
  });

  test("of two targets whose names differ in case", async () => {
    expect(codes(await writeFiles(request(temporaryFolder(), { java: { a: "x" }, Java: { b: "y" } })))).toEqual([
      "workspace/path-collision",
    ]);
  });

  test("of two targets that reach one folder through a link", async () => {
    const root = temporaryFolder({ "generated/java/keep": "" });
    fs.symlinkSync("java", join(root, "generated/kotlin"));
    expect(codes(await writeFiles(request(root, { java: { a: "x" }, kotlin: { a: "y" } })))).toEqual([
      "workspace/path-collision",
    ]);
  });
});

describe("nothing leaves the project", () => {
  test.each(["..", "../out", "/tmp/dpm-elsewhere", "a/../../b"])("by the output folder %j", async (out) => {
    const root = temporaryFolder();
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }, { out })))).toEqual(["workspace/out-outside"]);
  });

  test.each([".git", ".dpm", "a/.git/hooks", "nul"])("into the output folder %j of another", async (out) => {
    expect(codes(await writeFiles(request(temporaryFolder(), { nginx: { a: "x" } }, { out })))).toEqual([
      "workspace/out-unsafe",
    ]);
  });

  test("by a link in place of any folder on the way", async () => {
    for (const link of ["generated", "generated/nginx", "generated/nginx/sub"]) {
      const outside = temporaryFolder();
      const root = temporaryFolder({ [`${link}/../keep`]: "" });
      fs.rmSync(join(root, link), { recursive: true, force: true });
      fs.symlinkSync(outside, join(root, link));
      expect(codes(await writeFiles(request(root, { nginx: { "sub/a": "x" } }, { force: true })))).toEqual([
        "workspace/path-outside",
      ]);
      expect(readAll(outside)).toEqual({});
    }
  });

  test("by a link that leads nowhere yet, or in a circle", async () => {
    const root = temporaryFolder();
    fs.symlinkSync(join(root, "../nowhere-yet"), join(root, "generated"));
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual(["workspace/path-outside"]);
    fs.rmSync(join(root, "generated"));
    fs.symlinkSync("generated", join(root, "generated"));
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual(["workspace/path-outside"]);
  });

  test("by a link in place of the file", async () => {
    const outside = temporaryFolder({ victim: "v" });
    const root = temporaryFolder({ "generated/nginx/keep": "" });
    fs.symlinkSync(join(outside, "victim"), join(root, "generated/nginx/a"));
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }, { force: true })))).toEqual([
      "workspace/path-link",
    ]);
    expect(readAll(outside)).toEqual({ victim: "v" });
  });

  test("by a link in place of dpm's own folder", async () => {
    const outside = temporaryFolder();
    const root = temporaryFolder();
    fs.symlinkSync(outside, join(root, ".dpm"));
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual(["workspace/state-place"]);
    expect(readAll(outside)).toEqual({});
  });

  test("by a journal that somebody planted", async () => {
    const outside = temporaryFolder({ victim: "old" });
    const root = temporaryFolder({ ".dpm/stage-000000000000/0.new": "new" });
    const victim = relative(root, join(outside, "victim"));
    const entry = { path: victim, staged: ".dpm/stage-000000000000/0.new", before: hash("old"), after: hash("new") };
    const journal = { version: 1, entries: [entry], stages: [".dpm/stage-000000000000"], made: [] };
    writeAll(root, { ".dpm/journal.forward.json": JSON.stringify(journal) });
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual(["workspace/stuck"]);
    writeAll(root, {
      ".dpm/journal.forward.json": JSON.stringify({ ...journal, entries: [], stages: [relative(root, outside)] }),
    });
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual(["workspace/stuck"]);
    expect(readAll(outside)).toEqual({ victim: "old" });
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }, { force: true })))).toEqual([]);
    expect(readAll(outside)).toEqual({ victim: "old" });
  });

  test("unless the configuration allows it", async () => {
    const root = temporaryFolder();
    const out = join(temporaryFolder(), "deep/out");
    const allowed = { out, allowOutside: true };
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }, allowed)))).toEqual([]);
    expect(readAll(out)).toEqual({ "nginx/a": "x" });
    expect(codes(await writeFiles(request(root, { nginx: { b: "x" } }, allowed)))).toEqual([]);
    expect(readAll(out)).toEqual({ "nginx/b": "x" });
    expect(codes(await writeFiles(request(root, { nginx: { "../a": "x" } }, allowed)))).toEqual([
      "workspace/path-unsafe",
    ]);
    fs.symlinkSync("/tmp", join(out, "nginx/tmp"));
    expect(codes(await writeFiles(request(root, { nginx: { "tmp/a": "x" } }, allowed)))).toEqual([
      "workspace/path-outside",
    ]);
  });

  test("but a link inside the project is followed", async () => {
    const root = temporaryFolder({ "real/keep": "" });
    fs.symlinkSync("real", join(root, "generated"));
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } })))).toEqual([]);
    expect(readAll(root)["real/nginx/a"]).toBe("x");
    expect(fs.lstatSync(join(root, "generated")).isSymbolicLink()).toBe(true);
  });
});

describe("what is in the way stays", () => {
  test("a folder where a file belongs, and a file where a folder belongs", async () => {
    const root = temporaryFolder({ "generated/nginx/a/b": "keep" });
    expect(codes(await writeFiles(request(root, { nginx: { a: "x" } }, { force: true })))).toEqual([
      "workspace/path-occupied",
    ]);
    expect(codes(await writeFiles(request(root, { nginx: { "a/b/c": "x" } }, { force: true })))).toEqual([
      "workspace/path-occupied",
    ]);
    expect(readOutput(root)).toEqual({ "generated/nginx/a/b": "keep" });
  });

  test("what dpm reads", async () => {
    const root = temporaryFolder({ "nginx/shop.dpm": "mine" });
    const inputs = [join(root, "nginx/shop.dpm")];
    expect(
      codes(await writeFiles(request(root, { nginx: { "Shop.dpm": "x" } }, { out: ".", inputs, force: true }))),
    ).toEqual(["workspace/path-is-input"]);
    expect(readOutput(root)).toEqual({ "nginx/shop.dpm": "mine" });
  });
});

describe("for every path", () => {
  const part = fc.oneof(
    fc.constantFrom(
      "..",
      ".",
      "",
      "a",
      "CON",
      ".git",
      "b.",
      "é",
      "C:",
      "\\",
      "a\\..\\b",
      "\u0000",
      "~",
      "$HOME",
      "%2e%2e",
    ),
    fc.string({ unit: "binary", maxLength: 6 }),
  );
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join("/"));

  test("one that is not refused stays strictly below its folder, on every platform", () => {
    fc.assert(
      fc.property(path, (candidate) => {
        if (pathFault(candidate) !== undefined) return;
        const below = resolve("/out/nginx", candidate);
        expect(below.startsWith(`/out/nginx${sep}`)).toBe(true);
        expect(below).toBe(`/out/nginx/${candidate}`);
        expect(candidate).not.toMatch(/[\\:*?"<>|]/);
        expect(candidate.split("/").every((one) => !/[. ]$/.test(one) && Buffer.byteLength(one) <= 255)).toBe(true);
        expect(Buffer.from(candidate).toString()).toBe(candidate);
      }),
      { numRuns: 2000 },
    );
  });

  test("what the writer does is to write exactly that file or to refuse it", async () => {
    await fc.assert(
      fc.asyncProperty(path, async (candidate) => {
        const outer = fs.mkdtempSync("/tmp/dpm-path-");
        const root = join(outer, "project");
        fs.mkdirSync(root);
        const found = await writeFiles(request(root, { nginx: { [candidate]: "x" } }));
        const written = Object.keys(readAll(outer)).filter((one) => !one.startsWith("project/.dpm/"));
        expect(written).toEqual(found.diagnostics.length > 0 ? [] : [`project/generated/nginx/${candidate}`]);
        fs.rmSync(outer, { recursive: true });
      }),
      { numRuns: 60 },
    );
  });

  test("folding makes case and composition one, and folds no further when it is done again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 20 }), (name) => {
        expect(foldName(foldName(name))).toBe(foldName(name));
        expect(foldName(name.normalize("NFD"))).toBe(foldName(name.normalize("NFC")));
      }),
    );
  });
});
