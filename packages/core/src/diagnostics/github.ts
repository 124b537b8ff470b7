import type { SourceFile } from "../source/source-file.ts";
import type { Diagnostic } from "./diagnostic.ts";
import { placing, type PlaceJson } from "./placing.ts";
import { sortDiagnostics } from "./sort.ts";

export interface GithubOptions {
  /** The project's folder as the repository names it, with `/`; empty, or absent, for its root. */
  readonly folder?: string;
  /** Notes are shown too. */
  readonly notes?: boolean;
}

const commands = { error: "error", warning: "warning", note: "notice" } as const;

/**
 * GitHub's workflow commands, one line for each diagnostic, which it shows beside the changed lines of a pull request.
 * `col` and `endColumn` count from 1 and `endColumn` is the last character; GitHub takes them on one line only.
 */
export function toGithub(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  { folder = "", notes = false }: GithubOptions = {},
): string {
  const place = placing(sources);
  const shown = sortDiagnostics(diagnostics).filter(({ severity }) => notes || severity !== "note");
  return shown.map((one) => `${command(one, place(one.span), folder)}\n`).join("");
}

function command({ severity, code, message, help }: Diagnostic, place: PlaceJson, folder: string): string {
  const properties: Properties = { ...propertiesOf(place, folder), title: code };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  const text = help === undefined ? message : `${message}\nhelp: ${help}`;
  return `::${commands[severity]} ${written.join(",")}::${data(text)}`;
}

type Properties = Readonly<Record<string, string | number>>;

function propertiesOf({ file, range: { start, end } }: PlaceJson, folder: string): Properties {
  if (file === "") return {};
  const name = folder === "" ? file : `${folder}/${file}`;
  if (start.line !== end.line) return { file: name, line: start.line, endLine: end.line };
  const last = Math.max(start.column, end.column - 1);
  return { file: name, line: start.line, col: start.column, endLine: end.line, endColumn: last };
}

/** What ends a command's line, or begins an escape. */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** Beside that, what ends a property. */
function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
