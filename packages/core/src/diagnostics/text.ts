import { indexLines, type LineIndex, type Position } from "../source/position.ts";
import type { SourceFile, Span } from "../source/source-file.ts";
import type { Diagnostic, Phrase, Severity } from "./diagnostic.ts";
import { harmless, layOut, widthOf } from "./display.ts";
import { type Mark, printFrame } from "./frame.ts";
import { phrases } from "./catalogue/phrases.ts";
import { speaking } from "./localize.ts";
import { sortDiagnostics } from "./sort.ts";
import { plain, type Style } from "./style.ts";
import type { Translations } from "./translation.ts";

export interface TextOptions {
  /** The width to lay out for; 80 by default. */
  readonly columns?: number;
  /** At most so many are shown, the rest is counted; 50 by default. */
  readonly limit?: number;
  /** Notes are shown too, not only counted. */
  readonly notes?: boolean;
  /** Colours the pieces; by default none has a colour. */
  readonly style?: Style;
  /** What is said around the diagnostics is said in this language; they are told as they are. English by default. */
  readonly translations?: Translations;
}

type Say = (phrase: Phrase) => string;

interface Context {
  readonly columns: number;
  readonly style: Style;
  readonly say: Say;
  readonly lines: (file: string) => LineIndex | undefined;
}

/** What people read: each diagnostic with its place and code, then how many there are. Ends with a line break unless there is nothing to say. */
export function renderText(
  diagnostics: readonly Diagnostic[],
  sources: readonly SourceFile[],
  options: TextOptions = {},
): string {
  const { columns = 80, limit = 50, notes = false, style = plain, translations = {} } = options;
  const { say } = speaking(translations);
  const context = { columns, style, say, lines: indexes(sources) };
  const sorted = sortDiagnostics(diagnostics);
  const shown = notes ? sorted : sorted.filter(({ severity }) => severity !== "note");
  const blocks = shown.slice(0, limit).map((one) => [...printOne(one, context), ""].join("\n"));
  const counted = count(sorted, notes, shown.length - blocks.length, say);
  return [...blocks, ...(counted === "" ? [] : [counted])].map((block) => `${block}\n`).join("");
}

function indexes(sources: readonly SourceFile[]): (file: string) => LineIndex | undefined {
  const texts = new Map(sources.map(({ name, text }) => [name, text]));
  const known = new Map<string, LineIndex>();
  return (file) => {
    const text = texts.get(file);
    const index = known.get(file) ?? (text === undefined ? undefined : indexLines(text));
    if (index) known.set(file, index);
    return index;
  };
}

function printOne(diagnostic: Diagnostic, context: Context): readonly string[] {
  const { code, severity, message, span, help } = diagnostic;
  const rank = context.say(phrases[severity]());
  const title = `${rank} ${code}`;
  const place = span === undefined ? "" : placeOf(span, context);
  const gap = " ".repeat(Math.max(2, context.columns - widthOf(layOut(title)) - widthOf(layOut(place))));
  const { style } = context;
  const head = `${style(severity, rank)} ${style("code", code)}`;
  return [
    place === "" ? head : `${head}${gap}${style("place", place)}`,
    `  ${harmless(message)}`,
    ...frames(diagnostic, context),
    ...(help === undefined ? [] : printHelp(help, code, context)),
  ];
}

function placeOf({ file, start }: Span, { lines }: Context): string {
  const position = lines(file)?.position(start);
  return harmless(position === undefined ? file : `${file}:${at(position)}`);
}

function at({ line, column }: Position): string {
  return `${line}:${column}`;
}

/** The frame of the mistake's own file with all that is related in it, then one for each other file. */
function frames({ span, label = "", related = [] }: Diagnostic, context: Context): readonly string[] {
  const marks: readonly (Mark & { readonly file: string })[] = [
    ...(span ? [{ ...span, label, primary: true }] : []),
    ...related.map((one) => ({ ...one.span, label: one.message, primary: false })),
  ];
  return [...new Set(marks.map(({ file }) => file))].flatMap((file) => {
    const here = marks.filter((mark) => mark.file === file);
    const lines = context.lines(file);
    const [first] = here;
    const head =
      file === span?.file || first === undefined ? [] : [`  ${context.style("place", placeOf(first, context))}`];
    if (lines === undefined)
      return file === span?.file
        ? []
        : ["", ...here.map(({ label: said }) => `  ${harmless(file)}: ${harmless(said)}`)];
    return ["", ...head, ...printFrame(lines, here, context)];
  });
}

function printHelp(help: string, code: string, { columns, style, say }: Context): readonly string[] {
  const explain = `dpm explain ${code}`;
  const mark = say(phrases.help());
  const line = `  ${mark} ${harmless(help)}`;
  const gap = columns - widthOf(layOut(line)) - explain.length;
  const styled = `  ${style("help", mark)} ${harmless(help)}`;
  return gap >= 2
    ? [`${styled}${" ".repeat(Math.min(gap, 6))}${style("code", explain)}`]
    : [styled, `        ${style("code", explain)}`];
}

/** For example `2 errors, 1 warning in order.dpm; 3 notes not shown`. */
function count(diagnostics: readonly Diagnostic[], notes: boolean, left: number, say: Say): string {
  const number = (severity: Severity): number => diagnostics.filter((one) => one.severity === severity).length;
  const severities: readonly Severity[] = notes ? ["error", "warning", "note"] : ["error", "warning"];
  const found = severities
    .filter((severity) => number(severity) > 0)
    .map((severity) => counted(number(severity), severity));
  const files = new Set(
    diagnostics.flatMap(({ severity, span }) => (span && (notes || severity !== "note") ? [span.file] : [])),
  );
  const [file] = files;
  const place = files.size === 1 ? harmless(file ?? "") : counted(files.size, "file");
  const counts = files.size === 0 ? phrases.found({ found }) : phrases.foundIn({ found, place });
  const hidden = notes ? 0 : number("note");
  return [
    ...(found.length === 0 ? [] : [say(left > 0 ? phrases.notAllShown({ counts, left }) : counts)]),
    ...(hidden === 0 ? [] : [say(phrases.notesNotShown({ notes: counted(hidden, "note") }))]),
  ].join(say(phrases.semicolon()));
}

function counted(n: number, what: Severity | "file"): Phrase {
  const [one, many] = {
    error: [phrases.oneError(), phrases.errors({ n })],
    warning: [phrases.oneWarning(), phrases.warnings({ n })],
    note: [phrases.oneNote(), phrases.notes({ n })],
    file: [phrases.oneFile(), phrases.files({ n })],
  }[what] as [Phrase, Phrase];
  return n === 1 ? one : many;
}
