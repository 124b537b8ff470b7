import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { format } from "../src/format.ts";
import { meaningOf } from "./meaning.ts";

const root = join(import.meta.dirname, "../../..");
const places = ["packages", "plugins", "examples", "docs", "tools/new-plugin"];
const ignored = ["**/node_modules/**", "**/dist/**"];

function found(pattern: string): readonly string[] {
  return places.flatMap((place) => globSync(`${place}/${pattern}`, { cwd: root, exclude: ignored })).toSorted();
}

/** Formats every text, and again, and compares what they say; returns how many have no mistake. */
async function holds(texts: readonly (readonly [place: string, text: string])[]): Promise<number> {
  let sound = 0;
  for (const [place, text] of texts) {
    const meaning = meaningOf(text);
    if (!meaning) continue;
    sound++;
    const formatted = await format(text);
    expect(meaningOf(formatted), place).toEqual(meaning);
    expect(await format(formatted), place).toBe(formatted);
  }
  return sound;
}

test("every model in the repository says the same when it is formatted, and is then formatted", async () => {
  const texts = found("**/*.dpm").map((file) => [file, readFileSync(join(root, file), "utf8")] as const);
  expect(await holds(texts)).toBeGreaterThan(250);
});

test("so does every example of a page", async () => {
  const texts = found("**/*.md").flatMap((file) =>
    fences(readFileSync(join(root, file), "utf8"), "dpm").map((text) => [file, text] as const),
  );
  expect(await holds(texts)).toBeGreaterThan(100);
});

// The draft lies beside the checkout, not in it.
const draft = join(root, "../shared/draft");

describe.skipIf(!existsSync(draft))("the draft (skipped where ../shared/draft is absent)", () => {
  test("is formatted already, but for white space at the end of lines", async () => {
    const texts = readdirSync(draft).flatMap((file) => fences(readFileSync(join(draft, file), "utf8"), "dsl"));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts.flatMap((one) => one.split(/(?<=^\}\n)\n/m)))
      expect(await format(text)).toBe(text.replace(/ +$/gm, ""));
  });
});

function fences(markdown: string, language: string): readonly string[] {
  return Array.from(markdown.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms")), ([, text = ""]) => text);
}
