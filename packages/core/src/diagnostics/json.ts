import { indexLines, type Position } from "../source/position.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { sortDiagnostics } from "./sort.ts";

/** Diagnostics for programs: the object that `--format json` prints. */
export function toJson(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[]): { readonly diagnostics: readonly object[] } {
  const texts = new Map(sources.map((one) => [one.name, indexLines(one.text)]));
  const place = (span: Span | undefined) => {
    const start: Position = { line: 1, column: 1, offset: 0 };
    if (!span) return { file: "", range: { start, end: start } };
    const lines = texts.get(span.file);
    return { file: span.file, range: { start: lines?.position(span.start) ?? start, end: lines?.position(span.end) ?? start } };
  };
  return {
    diagnostics: sortDiagnostics(diagnostics).map(({ code, severity, message, params, help, span, related, fixes }) => ({
      code,
      severity,
      message,
      params,
      ...(help !== undefined && { help }),
      ...place(span),
      ...(related && { related: related.map((one) => ({ message: one.message, ...place(one.span) })) }),
      ...(fixes && { fixes: fixes.map((fix) => ({ title: fix.title, edits: fix.edits.map((edit) => ({ text: edit.text, ...place(edit.span) })) })) }),
    })),
  };
}
