import { toJson, type Diagnostic, type SourceFile } from "@dpm/core";
import { counted } from "../headline.ts";
import { columns, styles } from "../terminal/output.ts";
import { table, type Cell } from "../terminal/table.ts";

/** What became of a file, or would with `--check`. */
export interface FormattedFile {
  readonly path: string;
  readonly status: "changed" | "unchanged" | "refused";
}

export interface FormatResult {
  readonly files: readonly FormattedFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: readonly SourceFile[];
  /** The formatted text, of standard input. */
  readonly text?: string;
}

/** What `schemas/format.schema.json` describes. */
export function formatJson({ files, diagnostics, sources, text }: FormatResult): object {
  return { ...toJson(diagnostics, sources), files, ...(text !== undefined && { text }) };
}

/** The files that change, and how many do not. */
export function formatSummary({ files }: FormatResult, isCheck: boolean): string {
  const of = (status: FormattedFile["status"]): readonly FormattedFile[] =>
    files.filter((file) => file.status === status);
  const changed = of("changed");
  const same = of("unchanged").length;
  const rows = changed.map(({ path }): readonly (Cell | string)[] => [path, { text: "changed", paint: styles.fair }]);
  const list = table(rows, { indent: "  ", gap: "   ", width: columns() });
  const rest = same > 0 ? ` (${same} unchanged)` : "";
  if (changed.length === 0) return same === 0 ? "" : `${counted(same, "file")} formatted already: nothing to write\n`;
  const end = isCheck
    ? `${changed.length} of ${counted(files.length, "file")} would change`
    : `${counted(changed.length, "file")} formatted${rest}`;
  return `${[...list, "", end].join("\n")}\n`;
}
