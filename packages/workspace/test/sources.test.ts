import fs from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../src/sources/decode.ts";
import { findSources } from "../src/sources/find-sources.ts";
import { readSources } from "../src/sources/read-sources.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { codes } from "./write-request.ts";

const files = {
  "b.dpm": "b",
  "a.dpm": "a",
  "sub/c.dpm": "c",
  "sub/node_modules/x/d.dpm": "d",
  ".hidden.dpm": "h",
  "notes.txt": "n",
};

function names(...wanted: readonly string[]): readonly string[] {
  const folder = temporaryFolder(files);
  const { found, diagnostics } = findSources(
    wanted.map((text) => ({ text })),
    folder,
    folder,
  );
  return [...found.map((one) => one.name), ...diagnostics.map((one) => one.code)];
}

describe("sources are found", () => {
  test.each([
    ["by name", ["b.dpm"], ["b.dpm"]],
    ["by pattern, sorted", ["*.dpm"], ["a.dpm", "b.dpm"]],
    ["by deep pattern, without what is installed", ["**/*.dpm"], ["a.dpm", "b.dpm", "sub/c.dpm"]],
    ["by braces", ["{a,sub/c}.dpm"], ["a.dpm", "sub/c.dpm"]],
    ["once, however often they are named", ["a.dpm", "./a.dpm", "sub/../a.dpm", "*.dpm"], ["a.dpm", "b.dpm"]],
    ["without those that are taken out", ["**/*.dpm", "!sub/**"], ["a.dpm", "b.dpm"]],
  ])("%s", (_, wanted, expected) => {
    expect(names(...wanted)).toEqual(expected);
  });

  test("once, also through a link", () => {
    const folder = temporaryFolder(files);
    fs.symlinkSync(join(folder, "a.dpm"), join(folder, "z.dpm"));
    expect(findSources([{ text: "*.dpm" }], folder, folder).found.map((one) => one.name)).toEqual(["a.dpm", "b.dpm"]);
  });

  test("from another folder, named from the project's", () => {
    const root = temporaryFolder(files);
    const { found } = findSources([{ text: "c.dpm" }, { text: "../b.dpm" }], join(root, "sub"), root);
    expect(found.map((one) => one.name)).toEqual(["b.dpm", "sub/c.dpm"]);
  });

  test("also when their names look like patterns", () => {
    const folder = temporaryFolder({ "[a].dpm": "", "a.dpm": "" });
    expect(findSources([{ text: "[a].dpm" }], folder, folder).found.map((one) => one.name)).toEqual(["[a].dpm"]);
  });

  test("or it is said that they are not, with the nearest name", () => {
    const folder = temporaryFolder({ "order.dpm": "" });
    const span = { file: ".dpmrc", start: 1, end: 2 };
    const { diagnostics } = findSources([{ text: "odrer.dpm", span }, { text: "x/*.dpm" }], folder, folder);
    expect(diagnostics).toMatchObject([
      {
        code: "workspace/input-missing",
        span,
        label: "did you mean `order.dpm`?",
        help: "write `order.dpm` if that is meant",
      },
      { code: "workspace/input-unmatched", params: { pattern: "x/*.dpm", folder: "." } },
    ]);
  });
});

describe("a source is read", () => {
  function read(bytes: Uint8Array | string, limit?: number): ReturnType<typeof readSources> {
    const folder = temporaryFolder();
    fs.writeFileSync(join(folder, "a.dpm"), bytes);
    return readSources([{ path: join(folder, "a.dpm"), name: "a.dpm" }], limit);
  }

  test("without its byte order mark, its line ends as they are", () => {
    expect(read("\uFEFFa\r\n")).toEqual({ sources: [{ name: "a.dpm", text: "a\r\n" }], diagnostics: [] });
  });

  test.each([
    ["Latin-1", Buffer.from("a\nb = \xe9t\xe9", "latin1"), 6, 6],
    ["a surrogate", Buffer.from([0x61, 0xed, 0xa0, 0x80]), 1, 1],
    ["an overlong form", Buffer.from([0xc0, 0x80]), 0, 0],
    ["a character that is cut off", Buffer.from([0x61, 0xe2, 0x82]), 1, 1],
    ["a character after others", Buffer.concat([Buffer.from("日本"), Buffer.from([0xff])]), 6, 2],
    ["UTF-16", Buffer.from("\uFEFFab", "utf16le"), 0, 0],
  ])("or its first byte that is no UTF-8 is shown: %s", (_, bytes, byte, start) => {
    expect(read(bytes).diagnostics).toMatchObject([
      { code: "workspace/invalid-utf8", params: { byte }, span: { file: "a.dpm", start } },
    ]);
  });

  test("unless it is too large, a folder, gone, or may never end", () => {
    expect(codes(read("12345", 4))).toEqual(["workspace/input-too-large"]);
    const folder = temporaryFolder();
    const read1 = (path: string): ReturnType<typeof readSources> => readSources([{ path, name: "a.dpm" }]);
    expect(codes(read1(folder))).toEqual(["workspace/input-folder"]);
    expect(codes(read1(join(folder, "none")))).toEqual(["workspace/input-unreadable"]);
    expect(codes(read1("/dev/zero"))).toEqual(["workspace/input-unreadable"]);
  });

  test("by a rule that accepts exactly what a strict decoder accepts", () => {
    const strict = new TextDecoder("utf-8", { fatal: true });
    const accepts = (bytes: Uint8Array): boolean => {
      try {
        return strict.decode(bytes) !== undefined;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        const { text, diagnostics } = decode(bytes, "a");
        const byte = Number(diagnostics[0]?.params["byte"] ?? bytes.length);
        expect(accepts(bytes.subarray(0, byte))).toBe(true);
        expect(diagnostics.length === 0).toBe(accepts(bytes));
        if (diagnostics.length === 0) expect(text).toBe(strict.decode(bytes));
        for (let end = byte + 1; end <= bytes.length; end++) expect(accepts(bytes.subarray(0, end))).toBe(false);
      }),
    );
  });
});
