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

/** The fixed parts of a template, laid out: everything about it that does not depend on what fills its holes. */
interface Skeleton {
  readonly lines: readonly Line[];
  readonly checks: readonly (((hole: Text) => string | undefined) | undefined)[];
}

/** One line: fixed strings and the numbers of holes, without its indentation. */
interface Line {
  readonly indent: string;
  readonly parts: readonly (string | number)[];
  /** Nothing fixed can be seen in it. */
  readonly isBare: boolean;
  readonly hasHoles: boolean;
  readonly isClosing: boolean;
  /** The finished line, where there are no holes. */
  readonly rope: Rope;
}

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
  // A template's fixed parts are the same object each time, so they are laid out once.
  const skeletons = new WeakMap<TemplateStringsArray, Skeleton>();
  return (fixed, ...holes) => {
    const known = skeletons.get(fixed) ?? skeletonOf(fixed, check?.());
    skeletons.set(fixed, known);
    const ropes = holes.map((hole, i) => {
      const texts = flat(hole);
      for (const one of texts) refuse(wrongLanguage(one, accepts) ?? known.checks[i]?.(one));
      return texts.length === 0 ? undefined : separated(texts.map(ropeOf), lineBreak);
    });
    return text(language, separated(filled(known.lines, ropes), lineBreak));
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

/** Reads the fixed parts: lines without the indentation that all share, nor the lines of the backticks. */
function skeletonOf(fixed: TemplateStringsArray, checkAfter: ReturnType<HoleCheck> | undefined): Skeleton {
  const literals = fixed.raw.map((raw) => raw.replace(/\\(`|\$(?=\{))/g, "$1"));
  const checks = literals.map((literal) => checkAfter?.(literal));
  return { lines: dedented(linesOf(literals)).map(lineOf), checks };
}

type Parts = readonly (string | number)[];

/** The parts of each line; a line begins with a string, and every hole stands between two. */
function linesOf(literals: readonly string[]): readonly Parts[] {
  const result: (string | number)[][] = [[]];
  literals.forEach((literal, i) => {
    if (i > 0) result.at(-1)?.push(i - 1);
    const [first = "", ...others] = literal.split("\n");
    result.at(-1)?.push(first);
    for (const other of others) result.push([other]);
  });
  return result;
}

function dedented(all: readonly Parts[]): readonly Parts[] {
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

function lineOf(written: Parts): Line {
  const indent = indentOf(written);
  const parts = written.map((part, i) => {
    if (typeof part === "number") return part;
    const body = i === 0 ? part.slice(indent.length) : part;
    return i === written.length - 1 ? body.trimEnd() : body;
  });
  return {
    indent,
    parts,
    isBare: parts.every((part) => typeof part === "number" || part.trim() === ""),
    hasHoles: parts.length > 1,
    isClosing: /^[)}\]]/.test(String(parts[0])),
    rope: indented(
      indent,
      parts.filter((part) => typeof part === "string"),
    ),
  };
}

/** The lines with their holes filled; a line whose holes are all empty goes, with its blank lines. */
function filled(all: readonly Line[], holes: readonly (Rope | undefined)[]): readonly Rope[] {
  const result: Rope[] = [];
  let before: Line | undefined;
  let gap: Line[] = [];
  for (const line of all) {
    if (line.isBare && line.parts.every((part) => typeof part === "string" || holes[part] === undefined)) {
      gap.push(line);
      continue;
    }
    if (gap.length > 0) result.push(...keptGap(before, gap, line));
    result.push(line.hasHoles ? filledLine(line, holes) : line.rope);
    before = line;
    gap = [];
  }
  return result;
}

/** Where nothing vanished, the blank lines are the author's; else none begins or ends a block, and one stays. */
function keptGap(before: Line | undefined, gap: readonly Line[], after: Line): readonly Rope[] {
  const blanks = gap.filter((line) => !line.hasHoles).map((line) => line.rope);
  if (blanks.length === gap.length) return blanks;
  const begins = before === undefined || before.indent.length < after.indent.length;
  return begins || after.isClosing ? [] : blanks.slice(0, 1);
}

function filledLine({ indent, parts }: Line, holes: readonly (Rope | undefined)[]): Rope {
  return indented(
    indent,
    parts.map((part) => (typeof part === "string" ? part : (holes[part] ?? []))),
  );
}

function indentOf(line: Parts): string {
  return /^[ \t]*/.exec(String(line[0]))?.[0] ?? "";
}

function isBlank(line: Parts | undefined): boolean {
  return line?.length === 1 && String(line[0]).trim() === "";
}
