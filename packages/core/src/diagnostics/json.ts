import { indexLines, type LineIndex, type Position } from "../source/position.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { plainParams, type PlainParams } from "./fill.ts";
import { sortDiagnostics } from "./sort.ts";

/** Lines and columns count from 1, columns in UTF-16 units; offsets count from 0. `end` is exclusive. */
export interface RangeJson {
  readonly start: Position;
  readonly end: Position;
}

/** A place. The file is empty where none is concerned; the range is the file's beginning where its text is not at hand. */
export interface PlaceJson {
  readonly file: string;
  readonly range: RangeJson;
}

export interface DiagnosticJson extends PlaceJson {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Raw values; phrases in English, whatever language the messages have. */
  readonly params: PlainParams;
  readonly help?: string;
  readonly related?: readonly (PlaceJson & { readonly message: string })[];
  readonly fixes?: readonly {
    readonly title: string;
    readonly edits: readonly (PlaceJson & { readonly text: string })[];
  }[];
}

/** What machines read: one object, described by `schemas/diagnostics.schema.json`. */
export interface DiagnosticsJson {
  readonly diagnostics: readonly DiagnosticJson[];
}

/** All diagnostics, notes too, in the order of files and places. */
export function toJson(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[]): DiagnosticsJson {
  const place = placing(sources);
  return {
    diagnostics: sortDiagnostics(diagnostics).map(
      ({ code, severity, message, params, help, span, related, fixes }) => ({
        code,
        severity,
        message,
        params: plainParams(params),
        ...(help !== undefined && { help }),
        ...place(span),
        ...(related && { related: related.map((one) => ({ message: one.message, ...place(one.span) })) }),
        ...(fixes && {
          fixes: fixes.map(({ title, edits }) => ({
            title,
            edits: edits.map((edit) => ({ ...place(edit.span), text: edit.text })),
          })),
        }),
      }),
    ),
  };
}

const beginning: Position = { line: 1, column: 1, offset: 0 };

function placing(sources: readonly SourceFile[]): (span: Span | undefined) => PlaceJson {
  const texts = new Map(sources.map(({ name, text }) => [name, text]));
  const indexes = new Map<string, LineIndex>();
  return (span) => {
    const text = span && texts.get(span.file);
    if (span === undefined || text === undefined)
      return { file: span?.file ?? "", range: { start: beginning, end: beginning } };
    const index = indexes.get(span.file) ?? indexLines(text);
    indexes.set(span.file, index);
    return { file: span.file, range: { start: index.position(span.start), end: index.position(span.end) } };
  };
}
