import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { expect } from "vitest";

/** Compares what came out with `expected/**` and the named texts beside it, in both directions; `RECORD=1` writes it instead. */
export function compareFolder(
  folder: string,
  actual: ReadonlyMap<string, string>,
  texts: readonly string[] = [],
): void {
  if (process.env["RECORD"] === "1") record(folder, actual);
  expect(Object.fromEntries(actual)).toEqual(Object.fromEntries(recorded(folder, texts)));
}

function record(folder: string, actual: ReadonlyMap<string, string>): void {
  rmSync(join(folder, "expected"), { recursive: true, force: true });
  for (const [name, text] of actual) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function recorded(folder: string, texts: readonly string[]): ReadonlyMap<string, string> {
  const expected = join(folder, "expected");
  const entries = existsSync(expected) ? readdirSync(expected, { recursive: true, withFileTypes: true }) : [];
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
  const present = texts.filter((name) => existsSync(join(folder, name)));
  return new Map([...files, ...present].map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}
