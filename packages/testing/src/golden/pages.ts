import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, type Catalogue, type CompileInput, type Json, type Plugin } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { standIn } from "./stand-in.ts";

/**
 * Every diagnostic of a plugin has a page `diagnostics/<slug>.md` whose first `dpm` block is an example that produces it,
 * as a diagnostic or as the reason of a verdict. A `json` block before it is the target's configuration.
 */
export function diagnosticPages(plugin: Plugin, folder: URL): void {
  pagesOf(plugin.diagnostics?.catalogue ?? { owner: plugin.name, entries: {} }, folder, (text) => {
    const { version, owners, neighbours, ...options } = configOf(text);
    const others = Array.isArray(neighbours) ? (neighbours as unknown as readonly Parameters<typeof standIn>[0][]) : [];
    return {
      targets: [
        ...others.map((one) => ({ name: one.name, plugin: standIn(one) })),
        { name: plugin.name, plugin, options, ...(typeof version === "string" && { version }) },
      ],
      ...(owners !== undefined && { owners: owners as NonNullable<CompileInput["owners"]> }),
    };
  });
}

/** The same for any catalogue: `inputOf` says how a page's example is compiled. */
export function pagesOf(
  catalogue: Catalogue,
  folder: URL,
  inputOf: (page: string) => Omit<CompileInput, "sources">,
): void {
  const path = fileURLToPath(folder);
  describe(`the pages of ${catalogue.owner}`, () => {
    test("are one for each diagnostic, and no other", () => {
      const pages = readdirSync(path).filter((name) => name.endsWith(".md"));
      expect(pages.toSorted()).toEqual(
        Object.keys(catalogue.entries)
          .map((slug) => `${slug}.md`)
          .toSorted(),
      );
    });
    test.each(Object.keys(catalogue.entries))("%s: the example produces it", (slug) => {
      const page = readFileSync(join(path, `${slug}.md`), "utf8");
      const code = `${catalogue.owner}/${slug}`;
      expect(page.startsWith(`# ${code}\n`)).toBe(true);
      const text = fenced(page, "dpm");
      const { diagnostics, report } = compile({ ...inputOf(page), sources: [{ name: "example.dpm", text }] });
      const reasons = report.fields.flatMap((field) =>
        field.verdicts.flatMap((one) => ("reason" in one && one.reason ? [one.reason.code] : [])),
      );
      expect([...diagnostics.map((one) => one.code), ...reasons]).toContain(code);
    });
  });
}

function configOf(page: string): Readonly<Record<string, Json>> {
  const text = fenced(page, "json");
  return text === "" ? {} : (JSON.parse(text) as Readonly<Record<string, Json>>);
}

/** The text of the first fenced block of a language; empty when there is none. */
function fenced(page: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "ms").exec(page)?.[1] ?? "";
}
