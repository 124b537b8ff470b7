import fc from "fast-check";
import { expect, test } from "vitest";
import { format } from "../src/format.ts";
import { plainTexts, texts } from "./arbitraries.ts";
import { meaningOf } from "./meaning.ts";

const sound = texts.filter((text) => meaningOf(text) !== undefined);

test("what is formatted says the same, with every comment and annotation in its order, and stays as it is", async () => {
  await fc.assert(
    fc.asyncProperty(sound, async (text) => {
      const once = await format(text);
      expect(meaningOf(once)).toEqual(meaningOf(text));
      expect(await format(once)).toBe(once);
    }),
    { numRuns: 300 },
  );
});

test("no line is too wide that could be broken", async () => {
  await fc.assert(
    fc.asyncProperty(
      plainTexts.filter((text) => meaningOf(text) !== undefined),
      async (text) => {
        const wide = (await format(text)).split("\n").filter((line) => line.length > 100);
        for (const line of wide) expect(line.replace(/"(?:[^"\\]|\\.)*"/g, '""')).not.toMatch(/\{ .*\}|\[.+\]/);
      },
    ),
    { numRuns: 200 },
  );
});
