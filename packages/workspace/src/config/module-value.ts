import { pathToFileURL } from "node:url";
import { fromJson, indexLines, type SourceFile, type Span } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { importModule } from "../modules/import-module.ts";
import { inOneLine } from "../thrown.ts";
import type { ConfigDocument } from "./config-document.ts";
import { keyPlaces } from "./key-place.ts";
import { NoPlainValue, plainValue } from "./plain-value.ts";

/** Loads a configuration that is a module: by Node's own `import()`, and TypeScript by stripping its types. */
export async function readModule(path: string, source: SourceFile): Promise<ConfigDocument> {
  const keyPlace = keyPlaces(source);
  const refuse = (problem: string, span: Span): ConfigDocument => {
    const params = { path: source.name, problem: problem.replace(/\?mtime=[\d.]+/g, "") };
    return { source, diagnostics: [problems.configFailed(params).at(span)] };
  };
  try {
    const value = plainValue(await importModule(path, "configuration"));
    return { source, node: fromJson(value, keyPlace), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof NoPlainValue)) return refuse(inOneLine(error), placeOf(error, path, source) ?? keyPlace([]));
    return refuse(error.message, placeOf(error.cause, path, source) ?? keyPlace(error.path));
  }
}

/** The first line of the module itself that the error's trace names. */
function placeOf(error: unknown, file: string, { name, text }: SourceFile): Span | undefined {
  const trace = error instanceof Error ? (error.stack ?? "") : "";
  const { href, pathname } = pathToFileURL(file);
  const paths = [href, decodeURIComponent(pathname)].map((path) => path.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const found = new RegExp(`(?:${paths.join("|")})(?:\\?[^\\s:]*)?:(\\d+)(?::(\\d+))?`).exec(trace);
  if (!found) return undefined;
  const line = Number(found[1] ?? 1);
  const lines = indexLines(text);
  const starts = text
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const start = lines.position(starts + Number(found[2] ?? 1) - 1).offset;
  return { file: name, start, end: Math.min(start + 1, text.length) };
}
