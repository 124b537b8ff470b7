import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { catalogue } from "../../src/diagnostics/catalogue/index.ts";

const root = fileURLToPath(new URL("../../../../", import.meta.url));
// The decisions on the language lie beside the checkout, not in it.
const page = join(root, "../shared/reference/language.md");

/** What the first column of each row says, without the letter of its class: `G7`, `17`, `143-146`. */
function rowsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\| (\S.*?) [LTSRE](?:\/[LTSRE])* \|/gm)].map(([, id = ""]) => id);
}

/** The rows that titles of tests cite: `test("[G7] ...")`, `test.each(...)("[17] [141] ...")`. */
function citedIn(source: string): readonly string[] {
  const titles = source.matchAll(/(?:\b(?:test|describe)(?:\.\w+\([^()]*\))?|\))\(\s*["'`]((?:\[[^\]\n]+\] ?)+)/g);
  return [...titles].flatMap(([, ids = ""]) => [...ids.matchAll(/\[([^\]]+)\]/g)].map(([, id = ""]) => id));
}

function testsIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".test.ts") && !name.includes("node_modules"))
    .map((name) => readFileSync(join(root, folder, name), "utf8"));
}

test("what is cited is read out of titles, alone or in a table", () => {
  expect(citedIn('test("[G7] a size")\ntest.each([1])(\n  "[17] [25/306] %s", () => {})\nexpect("[::1]:80")')).toEqual([
    "G7",
    "17",
    "25/306",
  ]);
});

test("docs/language-rows.md names diagnostics that there are", () => {
  const table = readFileSync(join(root, "docs/language-rows.md"), "utf8");
  const codes = [...table.matchAll(/`(core\/[\w-]+)`/g)].map(([, code = ""]) => code);
  expect(codes.filter((code) => !Object.hasOwn(catalogue(), code))).toEqual([]);
  expect(codes.length).toBeGreaterThan(50);
});

describe.skipIf(!existsSync(page))("the rows of language.md (skipped where ../shared/reference is absent)", () => {
  const rows = existsSync(page) ? rowsOf(readFileSync(page, "utf8")) : [];
  const members = ["packages", "plugins"].flatMap((group) =>
    readdirSync(join(root, group)).map((name) => join(group, name, "test")),
  );
  const cited = new Set(
    members
      .filter((folder) => existsSync(join(root, folder)))
      .flatMap(testsIn)
      .flatMap(citedIn),
  );

  test("are many", () => {
    expect(rows.length).toBeGreaterThan(100);
  });

  test("have a test each, and no test cites a row that is not there", () => {
    expect({
      missing: rows.filter((id) => !cited.has(id)),
      strange: [...cited].filter((id) => !rows.includes(id)),
    }).toEqual({
      missing: [],
      strange: [],
    });
  });

  test("have a line each in docs/language-rows.md", () => {
    const table = readFileSync(join(root, "docs/language-rows.md"), "utf8");
    const told = [...table.matchAll(/^\| \[(.+?)\] +\|/gm)].map(([, id = ""]) => id);
    expect([...told].sort()).toEqual([...new Set(rows)].sort());
  });
});
