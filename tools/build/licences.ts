/** The licences of what is bundled: each third party's own text, once. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

interface ThirdParty {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** Writes `THIRD_PARTY_LICENSES` beside the bundle, or nothing when the bundle holds nobody else's code. */
export function writeLicences(bundled: readonly string[], dist: string): void {
  const folders = [...new Set(bundled.map((file) => packageFolder(file.replace(/^\0/, "").replace(/\?.*$/, ""))))];
  const byText = new Map<string, string[]>();
  for (const folder of folders.toSorted()) {
    const { title, text } = licence(folder);
    byText.set(text, [...(byText.get(text) ?? []), title]);
  }
  const parts = [...byText].map(([text, titles]) => `${titles.join("\n")}\n\n${text}\n`);
  if (parts.length > 0) writeFileSync(join(dist, "THIRD_PARTY_LICENSES"), parts.join(`\n${"-".repeat(80)}\n\n`));
}

function packageFolder(file: string): string {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    // Some packages hold a second package.json, without a name, that only says which module system a folder has.
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && "name" in (JSON.parse(readFileSync(manifest, "utf8")) as object)) return folder;
  }
  throw new Error(`${file} is bundled and belongs to no package`);
}

function licence(folder: string): { readonly title: string; readonly text: string } {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as ThirdParty;
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(txt|md))?$/i.test(entry));
  if (!file && !license) throw new Error(`${name} is bundled and names no licence`);
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `Licensed as ${license}.`;
  return { title: `${name} ${version}${license ? ` (${license})` : ""}`, text };
}
