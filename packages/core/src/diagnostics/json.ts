import type { SourceFile } from "../source/source-file.ts";
import type { Diagnostic, Severity } from "./diagnostic.ts";
import { plainParams, type PlainParams } from "./fill.ts";
import { placing, type PlaceJson } from "./placing.ts";
import { sortDiagnostics } from "./sort.ts";

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
