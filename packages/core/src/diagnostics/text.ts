import { indexLines } from "../source/position.ts";
import type { SourceFile } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { sortDiagnostics } from "./sort.ts";

export interface TextOptions {
  /** Show notes too; without it they are counted. */
  readonly notes?: boolean;
  /** So many are shown, the rest is counted. */
  readonly limit?: number;
}

/** Diagnostics for people: fact, place, frame, help. */
export function renderText(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], options: TextOptions = {}): string {
  const texts = new Map(sources.map((one) => [one.name, indexLines(one.text)]));
  const shown = sortDiagnostics(diagnostics).filter((one) => options.notes || one.severity !== "note");
  return shown
    .slice(0, options.limit ?? 50)
    .map((one) => {
      const at = one.span && texts.get(one.span.file)?.position(one.span.start);
      const place = one.span && at ? ` ${one.span.file}:${at.line}:${at.column}` : "";
      return `${one.severity} ${one.code}${place}\n  ${one.message}\n${one.help === undefined ? "" : `  help: ${one.help}\n`}`;
    })
    .join("\n");
}
