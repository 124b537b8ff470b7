import { renderText, type Diagnostic, type SourceFile } from "@dpm/core";
import { translations } from "./language.ts";
import { columns, errorStyles, tell } from "./terminal/output.ts";

type Role = Parameters<NonNullable<NonNullable<Parameters<typeof renderText>[2]>["style"]>>[0];

const { bold, dim, good, fair, bad, accent } = errorStyles;
const paints: Readonly<Record<Role, (text: string) => string>> = {
  error: (text) => bold(bad(text)),
  warning: (text) => bold(fair(text)),
  note: (text) => bold(accent(text)),
  code: dim,
  place: accent,
  gutter: dim,
  caret: bad,
  related: accent,
  help: good,
};

/** Diagnostics for people, on standard error: errors and warnings with their places; notes are counted, or shown too. */
export function show(diagnostics: readonly Diagnostic[], sources: readonly SourceFile[], notes = false): void {
  tell(
    renderText(diagnostics, sources, {
      notes,
      translations,
      columns: Math.min(columns(), 100),
      style: (role, text) => paints[role](text),
    }),
  );
}
