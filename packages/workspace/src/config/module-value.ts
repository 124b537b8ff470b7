import fs from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { fromJson, indexLines, type SourceFile, type Span } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { inOneLine } from "../thrown.ts";
import type { ConfigDocument } from "./config-document.ts";

/** Loads a configuration that is a module, by Node's own `import()`, which also strips the types of TypeScript. */
export async function readModule(path: string, source: SourceFile): Promise<ConfigDocument> {
  const url = pathToFileURL(path).href;
  try {
    // A module is loaded once per address; a build tool that stays alive must see a change.
    const { mtimeMs } = await fs.stat(path);
    const loaded = (await import(`${url}?mtime=${mtimeMs}`)) as { readonly default?: unknown };
    const value = await loaded.default;
    return { source, value, node: fromJson(value), diagnostics: [] };
  } catch (error) {
    const params = { path: source.name, problem: inOneLine(error) };
    return { source, diagnostics: [problems.configFailed(params).at(placeOf(error, url, source))] };
  }
}

/** The first line of the module itself that the error's trace names. */
function placeOf(error: unknown, url: string, { name, text }: SourceFile): Span {
  const trace = error instanceof Error ? (error.stack ?? "") : "";
  const paths = [url, decodeURIComponent(new URL(url).pathname)].map((path) =>
    path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  const found = new RegExp(`(?:${paths.join("|")})(?:\\?[^\\s:]*)?:(\\d+)(?::(\\d+))?`).exec(trace);
  const line = Number(found?.[1] ?? 1);
  const lines = indexLines(text);
  const starts = text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const start = lines.position(starts + Number(found?.[2] ?? 1) - 1).offset;
  return { file: name, start, end: Math.min(start + 1, text.length) };
}
