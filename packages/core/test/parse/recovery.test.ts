import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { renderText } from "../../src/diagnostics/text.ts";
import { createParser } from "../../src/1-parse/parse.ts";
import { outline } from "./outline.ts";

const parse = createParser();

const folder = new URL("./errors/", import.meta.url);
const cases = readdirSync(folder).flatMap((file) => (file.endsWith(".dpm") ? [file.slice(0, -4)] : []));

/** What the user sees, then what could be read all the same. */
function report(name: string, text: string): string {
  const source = { name: `${name}.dpm`, text };
  const { document, diagnostics } = parse(source);
  return `${renderText(diagnostics, [source])}\n${outline(document).join("\n")}\n`;
}

test.each(cases)("%s is reported, and the rest is read, as recorded", (name) => {
  const text = readFileSync(new URL(`${name}.dpm`, folder), "utf8");
  const expected = new URL(`${name}.txt`, folder);
  const actual = report(name, text);
  if (process.env["RECORD"] === "1") writeFileSync(expected, actual);
  expect(actual).toBe(readFileSync(expected, "utf8"));
});

test.each(cases)("%s: the fixes that are offered leave only the mistakes without one", (name) => {
  const text = readFileSync(new URL(`${name}.dpm`, folder), "utf8");
  const { diagnostics } = parse({ name, text });
  const unmended = diagnostics.filter(({ fixes }) => fixes === undefined).map(({ code }) => code);
  const after = parse({ name, text: applied(text, diagnostics) }).diagnostics.map(({ code }) => code);
  expect(unmended).toEqual(expect.arrayContaining(after));
});

/** The text with the first fix of each diagnostic, from the last place to the first so that the others keep theirs. */
function applied(text: string, diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .flatMap(({ fixes = [] }) => fixes[0]?.edits ?? [])
    .toSorted((one, other) => other.span.start - one.span.start)
    .reduce((sum, edit) => sum.slice(0, edit.span.start) + edit.text + sum.slice(edit.span.end), text);
}

test("every recorded report belongs to a case", () => {
  const recorded = readdirSync(folder).filter((file) => !file.endsWith(".dpm"));
  expect(recorded.toSorted()).toEqual(cases.map((name) => `${name}.txt`).toSorted());
});
