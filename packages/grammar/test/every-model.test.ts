/** Every model of this repository: what the language's own parser finds in it is coloured as that. */
import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createParser } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { disagreements } from "./check.ts";
import { tokenizer } from "./tokenize.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folders = ["examples", "packages", "plugins", "tools"];
const files = folders
  .flatMap((folder) => globSync(`${folder}/**/*.dpm`, { cwd: root, exclude: (name) => name === "node_modules" }))
  .toSorted();
const tokenize = await tokenizer(readFileSync(new URL("../dpm.tmLanguage.json", import.meta.url), "utf8"));
const parse = createParser();

const models = files.map((name) => {
  const text = readFileSync(`${root}${name}`, "utf8");
  return { name, text, ...parse({ name, text }) };
});
const sound = models.filter(({ diagnostics }) => diagnostics.every((one) => one.severity !== "error"));

test("there are models, sound ones and others", () => {
  expect(sound.length).toBeGreaterThan(250);
  expect(models.length).toBeGreaterThan(sound.length);
});

describe("nothing of a sound model is invalid, and each of its parts is coloured as what it is", () => {
  test.each(sound)("$name", ({ text }) => {
    expect(disagreements(text, tokenize)).toEqual([]);
  });
});

test("a model that is not sound is coloured to its end", () => {
  for (const { text } of models) {
    const tokens = tokenize(text);
    expect(tokens.at(-1)?.end).toBe(text.length);
  }
});
