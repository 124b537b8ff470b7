import { readFileSync } from "node:fs";
import type { Diagnostic } from "@dpm/core";
import { decode, exitCodeOf, loadInputs, replaceFile, type Input } from "@dpm/workspace";
import { problems } from "../diagnostics.ts";
import { createFormatter } from "../format/format-text.ts";
import { formatJson, formatSummary, type FormatResult, type FormattedFile } from "../format/result.ts";
import type { Format } from "../options.ts";
import { asked } from "../project.ts";
import { show } from "../show.ts";
import { print, printJson } from "../terminal/output.ts";

export interface FormatFlags {
  readonly config?: string;
  readonly format: Format;
  readonly check?: true;
  readonly stdinFilepath?: string;
}

/** Writes the files of the model in one style, or standard input to standard output. */
export async function format(files: readonly string[], flags: FormatFlags): Promise<void> {
  const result = await (flags.stdinFilepath === undefined
    ? formatFiles(files, flags)
    : formatInput(flags.stdinFilepath, flags));
  if (flags.format === "json") return printJson(formatJson(result));
  if (result.text !== undefined && !flags.check) print(result.text);
  else if (flags.stdinFilepath === undefined) print(formatSummary(result, flags.check ?? false));
  show(result.diagnostics, result.sources);
}

async function formatFiles(files: readonly string[], flags: FormatFlags): Promise<FormatResult> {
  const { config, inputs, sources, diagnostics: unreadable } = await loadInputs(asked(files, flags));
  const formatText = createFormatter();
  const diagnostics: Diagnostic[] = [...unreadable];
  const found: FormattedFile[] = [];
  for (const input of inputs.filter(isOurs)) {
    // Where bytes are no text, what was read is not what is there.
    const isText = unreadable.every(({ severity, span }) => severity !== "error" || span?.file !== input.name);
    const { text, diagnostics: mistakes } = isText ? await formatText(input) : { diagnostics: [] };
    const refused = text === undefined || text === input.text || flags.check ? undefined : write(input, text);
    diagnostics.push(...mistakes, ...(refused ? [refused] : []));
    const status = text === undefined || refused ? "refused" : text === input.text ? "unchanged" : "changed";
    found.push({ path: input.name, status });
  }
  return conclude({ files: found, diagnostics, sources }, flags, config);
}

async function formatInput(name: string, flags: FormatFlags): Promise<FormatResult> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  const bytes = Buffer.concat(chunks);
  const decoded = decode(bytes, name);
  const source = { name, text: decoded.text };
  const { text, diagnostics } =
    decoded.diagnostics.length > 0 ? { ...decoded, text: undefined } : await createFormatter()(source);
  const status = text === undefined ? "refused" : text === source.text ? "unchanged" : "changed";
  const result = { files: [{ path: name, status }], diagnostics, sources: [source] } as const;
  return { ...conclude(result, flags), ...(text !== undefined && { text: markOf(bytes) + text }) };
}

/** Adds what `--check` finds, and sets the exit code. */
function conclude(result: FormatResult, { check }: FormatFlags, config?: string): FormatResult {
  const { files, diagnostics } = result;
  const changed = files.filter(({ status }) => status === "changed").map(({ path }) => path);
  const isUnwritten = diagnostics.some(({ code }) => code === unwritten);
  const code = exitCodeOf(diagnostics, config);
  process.exitCode = code === 1 && isUnwritten ? 6 : code;
  if (!check || changed.length === 0) return result;
  if (code === 0) process.exitCode = 3;
  const drift = problems.notFormatted({ count: changed.length, total: files.length, files: changed }).at(undefined);
  return { ...result, diagnostics: [...diagnostics, drift] };
}

const unwritten = "cli/could-not-write";

/** Files of other languages are their plugins' matter, and those beside the project other projects'. */
function isOurs({ name, isNamed }: Input): boolean {
  return name.endsWith(".dpm") && (isNamed || !/^\.\.\/|(?:^|\/)node_modules\//.test(name));
}

/** The text goes to where it came from. */
function write({ path, name }: Input, text: string): Diagnostic | undefined {
  const reason = replaceFile(path, Buffer.from(markOf(readFileSync(path)) + text));
  return reason === undefined ? undefined : problems.couldNotWrite({ path: name, reason }).at(undefined);
}

/** The byte order mark, which stays. */
function markOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, 3)).toString("utf8") === mark ? mark : "";
}

const mark = "\uFEFF";
