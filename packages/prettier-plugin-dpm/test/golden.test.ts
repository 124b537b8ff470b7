import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { format } from "../src/format.ts";
import { meaningOf } from "./meaning.ts";

const folder = join(import.meta.dirname, "../fixtures");

test.each(readdirSync(folder))("%s", async (name) => {
  const input = readFileSync(join(folder, name, "input.dpm"), "utf8");
  const expected = join(folder, name, "expected.dpm");
  const formatted = await format(input);
  if (process.env["RECORD"] === "1") writeFileSync(expected, formatted);
  expect(existsSync(expected), "recorded by RECORD=1").toBe(true);
  expect(formatted).toBe(readFileSync(expected, "utf8"));
  expect(await format(formatted)).toBe(formatted);
  expect(meaningOf(input)).toBeDefined();
  expect(meaningOf(formatted)).toEqual(meaningOf(input));
  expect(await format(input.replaceAll("\n", "\r\n"))).toBe(formatted.replaceAll("\n", "\r\n"));
});
