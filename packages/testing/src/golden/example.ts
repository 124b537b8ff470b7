import { compile, renderText } from "@dpm/core";
import { load } from "@dpm/workspace";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compareFolder } from "./folder.ts";

/**
 * An example is a golden case with its own configuration: `main.dpm`, `.dpmrc.json`, `expected/<target>/**`. It compiles
 * without an error, and what comes out is compared byte by byte in both directions; `RECORD=1` writes it instead.
 */
export function goldenExample(folder: URL): void {
  const path = fileURLToPath(folder);
  test("the example comes out byte by byte", async () => {
    const { input, diagnostics, sources } = await load({ cwd: path });
    if (!input) throw new Error(renderText(diagnostics, sources));
    const compilation = compile(input);
    expect(compilation.diagnostics.filter((one) => one.severity !== "note")).toEqual([]);
    compareFolder(
      path,
      new Map(compilation.artifacts.map((one) => [`expected/${one.target}/${one.path}`, one.content.text])),
    );
  });
}
