import { fileURLToPath } from "node:url";
import { bugs, compile, type CompileInput, type Plugin } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { readCases } from "./case.ts";
import { compareFolder } from "./folder.ts";
import { outputsOf } from "./outputs.ts";

/**
 * Golden cases of a plugin: each folder below `fixtures` holds `*.dpm`, perhaps `config.json`, and what must come out:
 * `expected/**`, `diagnostics.txt`, `report.txt`, `origins.txt`. Compared byte by byte, in both directions;
 * `RECORD=1` writes them instead. Each case also shows that the output does not depend on line ends, order or luck.
 */
export function golden(plugin: Plugin, fixtures: URL): void {
  const cases = readCases(plugin, fileURLToPath(fixtures));
  test("there are golden cases", () => {
    expect(cases.length).toBeGreaterThan(0);
  });
  describe.each(cases.map((one) => [one.name, one] as const))("%s", (_, one) => {
    test("comes out byte by byte", () => {
      compareFolder(one.folder, outputsOf(one.input), ["diagnostics.txt", "report.txt", "origins.txt"]);
    });
    test("is the same every time, with CRLF, with BOM, and with the targets the other way round", () => {
      const wanted = artifactsOf(one.input);
      expect(artifactsOf(one.input)).toEqual(wanted);
      expect(artifactsOf(withText(one.input, (text) => text.replaceAll("\n", "\r\n")))).toEqual(wanted);
      expect(artifactsOf(withText(one.input, (text) => `\uFEFF${text}`))).toEqual(wanted);
      expect(artifactsOf({ ...one.input, targets: (one.input.targets ?? []).toReversed() })).toEqual(wanted);
    });
    test("cut off anywhere, it is a mistake of the user's and nothing else", () => {
      for (const input of truncations(one.input)) {
        const codes = compile(input).diagnostics.map((found) => found.code);
        expect(codes.filter((code) => bugs.includes(code))).toEqual([]);
      }
    });
  });
}

function artifactsOf(input: CompileInput): Readonly<Record<string, string>> {
  return Object.fromEntries(compile(input).artifacts.map((one) => [`${one.target}/${one.path}`, one.content.text]));
}

function withText(input: CompileInput, change: (text: string) => string): CompileInput {
  return { ...input, sources: input.sources.map((one) => ({ ...one, text: change(one.text) })) };
}

/** The case with its first source cut at the end of every line. */
function truncations(input: CompileInput): readonly CompileInput[] {
  const [first, ...others] = input.sources;
  if (!first) return [];
  const ends = [...first.text.matchAll(/\n/g)].map((found) => found.index);
  return ends.map((end) => ({ ...input, sources: [{ ...first, text: first.text.slice(0, end) }, ...others] }));
}
