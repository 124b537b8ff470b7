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
        ...others.map((one) => ({
          name: one.name,
          plugin: standIn(one),
          ...(one.components && { components: one.components }),
        })),
        { name: plugin.name, plugin, options, ...(typeof version === "string" && { version }) },
      ],
      ...(owners !== undefined && { owners: owners as NonNullable<CompileInput["owners"]> }),
    };
  });
}

/** How a page's example is compiled; `sources` where the example's text alone cannot be what is meant. */
export type PageInput = Omit<CompileInput, "sources"> & Partial<Pick<CompileInput, "sources">>;

/**
 * The same for any catalogue: `inputOf` says how a page's example is compiled. A second `dpm` block is the example mended:
 * it no longer produces the code.
 */
export function pagesOf(
  catalogue: Catalogue,
  folder: URL,
  inputOf: (page: string, slug: string, example: string) => PageInput,
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
      expect(page).toMatch(/\n## Fix\n\n\S/);
      const [example = "", ...mended] = allFenced(page, "dpm");
      expect(codesOf(example, inputOf(page, slug, example))).toContain(code);
      for (const text of mended) expect(codesOf(text, inputOf(page, slug, text))).not.toContain(code);
    });
  });
}

/** The codes of everything that is said: diagnostics, reasons of verdicts, reasons of owners. */
function codesOf(text: string, input: PageInput): readonly string[] {
  const sources = [{ name: "example.dpm", text }];
  const { diagnostics, report, model } = compile({ sources, ...input });
  const said = [...report.fields.flatMap((field) => field.verdicts), ...report.raw.flatMap((one) => one.verdict ?? [])];
  const verdicts = said.flatMap((one) => ("reason" in one && one.reason ? [one.reason.code] : []));
  const owners = model.edges.flatMap((edge) => Object.values(edge.owners).map((owner) => owner.why.code));
  return [...diagnostics.map((one) => one.code), ...verdicts, ...owners];
}

function configOf(page: string): Readonly<Record<string, Json>> {
  const text = fenced(page, "json");
  return text === "" ? {} : (JSON.parse(text) as Readonly<Record<string, Json>>);
}

/** The text of the first fenced block of a language; empty when there is none. */
function fenced(page: string, language: string): string {
  return allFenced(page, language)[0] ?? "";
}

function allFenced(page: string, language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, text = ""]) => text);
}
