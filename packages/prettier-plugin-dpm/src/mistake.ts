import { indexLines, type Diagnostic } from "@dpm/core";

/** What Prettier shows a frame for: a place, as it counts. */
export interface Mistake extends SyntaxError {
  readonly loc: { readonly start: Place; readonly end: Place };
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** The error by which Prettier is told that a text cannot be read. */
export function mistakeOf({ code, message, label, help, span }: Diagnostic, source: string): Mistake {
  const { position } = indexLines(source);
  const place = (offset: number): Place => {
    const { line, column } = position(offset);
    return { line, column };
  };
  const start = place(span?.start ?? 0);
  const end = place(Math.max(span?.end ?? 0, (span?.start ?? 0) + 1));
  const hint = label ?? help;
  const text = `${code}: ${message}${hint === undefined ? "" : ` (${hint})`} (${start.line}:${start.column})`;
  return Object.assign(new SyntaxError(text), { loc: { start, end } });
}
