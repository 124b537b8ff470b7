import { untranslated } from "@dpm/testing";
import { expect, test } from "vitest";
import { phrases, problems } from "../src/diagnostics.ts";
import { zh } from "../src/zh.ts";

test("every text of the workspace is told in Chinese, with the places of the English one", () => {
  expect(untranslated({ catalogues: [problems.catalogue], phrases: [phrases.phrases] }, zh)).toEqual([]);
});
