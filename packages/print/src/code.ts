import { indented, isEmpty, isText, lineBreak, ropeOf, separated, text } from "./text.ts";
import type { Rope, Text } from "./text.ts";

/** What may stand in a `code` template: text, several texts (one per line), or nothing. */
export type Hole<L extends string> = Text<L> | readonly Hole<L>[] | false | undefined;

/** The tag that `codeTag` makes: a skeleton of fixed code whose holes take text of the right language only. */
export type CodeTag<L extends string, H extends string = L> = (
  fixed: TemplateStringsArray,
  ...holes: readonly Hole<H>[]
) => Text<L>;

/** Reads the fixed parts of a template in turn and tells whether a text may stand in the hole after the last one. */
export type HoleCheck = () => (fixed: string) => (hole: Text) => string | undefined;

type Part = string | { readonly rope: Rope };
type Line = readonly Part[];

/**
 * A template tag for code skeletons. The fixed parts are taken as they stand in the source (a backslash is a
 * backslash; only `` \` `` and `\${` are unescaped), without their common indentation. A text of several lines keeps
 * the indentation of the line it stands in; a line with nothing but empty holes disappears, with its blank lines.
 */
export function codeTag<L extends string, H extends string = L>(
  language: L,
  accepts: readonly (H | L)[] = [language],
  check?: HoleCheck,
): CodeTag<L, H | L> {
  return (fixed, ...holes) => {
    const checkAfter = check?.();
    const parts = fixed.raw.flatMap((raw, i): Part[] => {
      const literal = raw.replace(/\\(`|\$(?=\{))/g, "$1");
      const checkHole = checkAfter?.(literal);
      if (i === holes.length) return [literal];
      const texts = flat(holes[i]);
      for (const hole of texts) refuse(wrongLanguage(hole, accepts) ?? checkHole?.(hole));
      return [literal, { rope: separated(texts.map(ropeOf), lineBreak) }];
    });
    return text(language, separated(kept(dedented(linesOf(parts))).map(ropeOfLine), lineBreak));
  };
}

/** The texts one below the other; empty ones are left out. */
export function lines<L extends string>(language: L, texts: readonly Hole<L>[]): Text<L> {
  return text(language, separated(flat(texts).map(ropeOf), lineBreak));
}

/** The texts with a blank line between them; empty ones are left out. */
export function paragraphs<L extends string>(language: L, texts: readonly Hole<L>[]): Text<L> {
  return text(language, separated(flat(texts).map(ropeOf), [lineBreak, lineBreak]));
}

/** The texts in one line, `a, b, c`; empty ones are left out. */
export function commas<L extends string>(language: L, texts: readonly Hole<L>[]): Text<L> {
  return text(language, separated(flat(texts).map(ropeOf), ", "));
}

/** All texts in a hole that print something. */
function flat(hole: Hole<string>): readonly Text[] {
  if (hole === undefined || hole === false) return [];
  if (Array.isArray(hole)) return (hole as readonly Hole<string>[]).flatMap(flat);
  if (!isText(hole)) throw new TypeError("a hole of a `code` template takes Text that a printer made, not a raw value");
  return isEmpty(ropeOf(hole)) ? [] : [hole];
}

function wrongLanguage(hole: Text, accepts: readonly string[]): string | undefined {
  if (accepts.includes(hole.language)) return undefined;
  return `text of the language \`${hole.language}\` stands where \`${accepts.join("` or `")}\` is expected`;
}

function refuse(complaint: string | undefined): void {
  if (complaint !== undefined) throw new TypeError(complaint);
}

function linesOf(parts: readonly Part[]): readonly Line[] {
  const result: Part[][] = [[]];
  for (const part of parts) {
    const pieces = typeof part === "string" ? part.split("\n") : [part];
    result.at(-1)?.push(pieces[0] ?? "");
    for (const piece of pieces.slice(1)) result.push([piece]);
  }
  return result;
}

/** Without the line of the opening and of the closing backtick, and without the indentation that all lines share. */
function dedented(all: readonly Line[]): readonly Line[] {
  if (all.length === 1) return all;
  const inner = all.slice(isBlank(all[0]) ? 1 : 0, isBlank(all.at(-1)) ? -1 : undefined);
  const depths = inner
    .filter((line, i) => !isBlank(line) && (i > 0 || isBlank(all[0])))
    .map((line) => indentOf(line).length);
  const shared = Math.min(...depths, Number.MAX_SAFE_INTEGER);
  return inner.map((line) =>
    isBlank(line) ? [""] : [indentOf(line).slice(shared) + String(line[0]).trimStart(), ...line.slice(1)],
  );
}

/** Without the lines whose holes are all empty; between the lines beside them at most one blank line stays. */
function kept(all: readonly Line[]): readonly Line[] {
  const result: Line[] = [];
  let gap: Line[] = [];
  for (const line of all) {
    if (line.every(isBlankPart)) {
      gap.push(line);
      continue;
    }
    result.push(...keptGap(result.at(-1), gap, line), line);
    gap = [];
  }
  return result;
}

/** Where nothing vanished, the blank lines are the author's; else none begins or ends a block. */
function keptGap(before: Line | undefined, gap: readonly Line[], after: Line): readonly Line[] {
  const blanks = gap.filter(isBlank);
  if (blanks.length === gap.length) return blanks;
  const begins = before === undefined || indentOf(before).length < indentOf(after).length;
  const ends = /^\s*[)}\]]/.test(typeof after[0] === "string" ? after[0] : "");
  return begins || ends ? [] : blanks.slice(0, 1);
}

function ropeOfLine(line: Line): Rope {
  const indent = indentOf(line);
  const parts = line.map((part, i) => {
    if (typeof part !== "string") return part.rope;
    const body = i === 0 ? part.slice(indent.length) : part;
    return i === line.length - 1 ? body.trimEnd() : body;
  });
  return indented(indent, parts);
}

function indentOf(line: Line): string {
  const first = line[0];
  return typeof first === "string" ? (/^[ \t]*/.exec(first)?.[0] ?? "") : "";
}

function isBlank(line: Line | undefined): boolean {
  return line?.length === 1 && isBlankPart(line[0] ?? "");
}

function isBlankPart(part: Part): boolean {
  return typeof part === "string" ? part.trim() === "" : isEmpty(part.rope);
}
