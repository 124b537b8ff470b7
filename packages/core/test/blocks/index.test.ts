import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { rules } from "../../src/3-validate/rules/index.gen.ts";

const inRepository = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url));

function namesIn(path: string): readonly string[] {
  return readdirSync(inRepository(path), { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".gen.ts"))
    .map((entry) => entry.name.replace(/\.ts$/, ""))
    .sort();
}

test("the generated indexes are up to date", () => {
  const script = inRepository("tools/generate.ts");
  expect(existsSync(script)).toBe(true);
  expect(execFileSync(process.execPath, [script, "--check"], { encoding: "utf8" })).toBe("");
});

test("each kind is the one file of its name", () => {
  expect(blockKinds.map((kind) => kind.kind)).toEqual(namesIn("packages/core/src/blocks"));
});

test("each rule is the one file of its name", () => {
  expect(rules.map((rule) => rule.name)).toEqual(namesIn("packages/core/src/3-validate/rules"));
});
