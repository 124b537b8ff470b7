import type { SourceFile, Span } from "../source/source-file.ts";
import type { CatalogueEntry } from "./define.ts";
import type { Diagnostic, Fix, Severity } from "./diagnostic.ts";
import { findingOf, fingerprintOf } from "./fingerprint.ts";
import { placing, type PlaceJson } from "./placing.ts";
import { sortDiagnostics } from "./sort.ts";

/** What is known of a code. */
export interface CodeText {
  readonly entry: CatalogueEntry;
  /** Its page, in Markdown. */
  readonly page?: string;
}

export interface SarifOptions {
  /** Of dpm. */
  readonly version: string;
  /** What the catalogues say of a code. */
  readonly describe: (code: string) => CodeText | undefined;
  /** What stands at a place in the model's words, see `fieldPaths`. */
  readonly pathOf: (span: Span) => string;
  /** The project's folder as the repository names it, with `/`; empty, or absent, for its root. */
  readonly folder?: string;
  /** The file to name for what concerns none, since services that show SARIF refuse a result without one. */
  readonly home?: string;
}

const levels = { error: "error", warning: "warning", note: "note" } as const satisfies Record<Severity, string>;
type Place = (span: Span | undefined) => object;

/** All diagnostics, notes too, as one SARIF 2.1.0 log: each code is a rule, each fix an edit that a viewer can make. */
export function toSarif(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  options: SarifOptions,
): object {
  const { version, describe, folder, home } = options;
  const sorted = sortDiagnostics(diagnostics);
  const codes = [...new Set(sorted.map(({ code }) => code))].toSorted();
  const placed = placing(sources);
  const place: Place = (span) => physical(placed(span), folder ?? "", home ?? "");
  const fingerprints = fingerprintsOf(sorted, options);
  const results = sorted.map((one, index) => ({
    ruleId: one.code,
    ruleIndex: codes.indexOf(one.code),
    level: levels[one.severity],
    message: { text: one.help === undefined ? one.message : `${one.message}\nhelp: ${one.help}` },
    locations: [{ physicalLocation: place(one.span) }],
    ...(one.related && { relatedLocations: one.related.map((other, id) => related(other, id, place)) }),
    partialFingerprints: { "dpm/v1": fingerprints[index] },
    ...(one.fixes && { fixes: one.fixes.map((fix) => fixOf(fix, place)) }),
  }));
  const driver = { name: "dpm", semanticVersion: version, rules: codes.map((code) => ruleOf(code, describe(code))) };
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
}

/** Equal findings are told apart by their number. */
function fingerprintsOf(diagnostics: readonly Diagnostic[], { pathOf }: SarifOptions): readonly string[] {
  const seen = new Map<string, number>();
  return diagnostics.map((one) => {
    const fingerprint = fingerprintOf(findingOf(one, pathOf));
    const number = (seen.get(fingerprint) ?? 0) + 1;
    seen.set(fingerprint, number);
    return `${fingerprint}:${number}`;
  });
}

function ruleOf(code: string, text: CodeText | undefined): object {
  if (!text) return { id: code };
  const { entry, page } = text;
  const { severity, message, help = [] } = entry;
  const advice = (typeof help === "string" ? [help] : Object.values(help)).map((one) => `help: ${withoutBraces(one)}`);
  const plain = [withoutBraces(message), ...advice].join("\n");
  return {
    id: code,
    shortDescription: { text: withoutBraces(message) },
    help: { text: plain, ...(page !== undefined && { markdown: page }) },
    defaultConfiguration: { level: levels[severity] },
  };
}

/** SARIF would take `{name}` for one of its own arguments. */
function withoutBraces(text: string): string {
  return text.replace(/\{(\w+)\}/g, "<$1>");
}

function related(
  { message, span }: { readonly message: string; readonly span: Span },
  index: number,
  place: Place,
): object {
  return { id: index + 1, message: { text: message }, physicalLocation: place(span) };
}

function fixOf({ title, edits }: Fix, place: Place): object {
  const files = Map.groupBy(edits, ({ span }) => span.file);
  const artifactChanges = [...files.values()].map((changes) => {
    const places = changes.map(({ span, text }) => ({ ...(place(span) as Physical), text }));
    return {
      artifactLocation: places[0]?.artifactLocation,
      replacements: places.map(({ region, text }) => ({ deletedRegion: region, insertedContent: { text } })),
    };
  });
  return { description: { text: title }, artifactChanges };
}

interface Physical {
  readonly artifactLocation: object;
  readonly region: object;
}

/** Paths are of the repository, whose place only the reader knows. */
function physical({ file, range: { start, end } }: PlaceJson, folder: string, home: string): Physical {
  const name = [folder, file === "" ? home : file].filter((part) => part !== "").join("/");
  const uri = name === "" ? "." : name.split("/").map(encodeURIComponent).join("/");
  return {
    artifactLocation: { uri, uriBaseId: "%SRCROOT%" },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}
