import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile } from "@dpm/core";
import { describe, expect, test } from "vitest";

const folder = fileURLToPath(new URL("../../../docs/guides/", import.meta.url));

describe.each(readdirSync(folder))("the guide %s", (name) => {
  const guide = readFileSync(join(folder, name), "utf8");
  const examples = [...guide.matchAll(/^```dpm\n(.*?)^```/gms)].map(([, text = ""]) => text);

  test.each(examples)("what it shows has no mistakes: %s", (text) => {
    const imported = [...text.matchAll(/^import "(.*)"$/gm)].map(([, path = ""]) => ({ name: path, text: "" }));
    const { diagnostics } = compile({ sources: [{ name: "main.dpm", text }, ...imported] });
    expect(diagnostics.filter((one) => one.severity !== "note")).toEqual([]);
  });
});
