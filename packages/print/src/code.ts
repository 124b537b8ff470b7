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
  const literals = fixed.raw.map(unescaped);
  return {
    lines: dedented(linesOf(literals)).map(lineOf),
    checks: checkAfter ? literals.map((literal) => checkAfter(literal)) : [],
  };
}

function unescaped(raw: string): string {
  return raw.includes("\\") ? raw.replace(/\\(`|\$(?=\{))/g, "$1") : raw;
}

/** The parts of a line; it begins with a string, and every hole stands between two. */
type Parts = readonly [string, ...(string | number)[]];

function linesOf(literals: readonly string[]): readonly Parts[] {
  const result: [string, ...(string | number)[]][] = [];
  let last: [string, ...(string | number)[]] | undefined;
  literals.forEach((literal, i) => {
    const [first = "", ...others] = literal.split("\n");
    if (last) last.push(i - 1, first);
    else result.push((last = [first]));
    for (const other of others) result.push((last = [other]));
  });
  return result;
}

function dedented(all: readonly Parts[]): readonly Parts[] {
  if (all.length === 1) return all;
  const beginsBlank = isBlank(all[0]);
  const inner = all.slice(beginsBlank ? 1 : 0, isBlank(all.at(-1)) ? -1 : undefined);
  const counted = inner.filter((line, i) => !isBlank(line) && (i > 0 || beginsBlank));
  const shared = counted.reduce((least, [start]) => Math.min(least, indentOf(start)), Number.MAX_SAFE_INTEGER);
  return inner.map((line): Parts => {
    if (isBlank(line)) return [""];
    const [start, ...others] = line;
    return [start.slice(Math.min(shared, indentOf(start))), ...others];
  });
}

function lineOf([start, ...others]: Parts): Line {
  const indent = start.slice(0, indentOf(start));
  const body = start.slice(indent.length);
  const last = others.at(-1);
  const parts = typeof last === "string" ? [body, ...others.slice(0, -1), last.trimEnd()] : [body.trimEnd()];
  return {
    indent,
    parts,
    isBare: parts.every((part) => typeof part === "number" || part.trim() === ""),
    hasHoles: parts.length > 1,
    isClosing: /^[)}\]]/.test(body),
    rope: indented(indent, parts.length > 1 ? parts.filter((part) => typeof part === "string") : body.trimEnd()),
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

/** How many characters of a line are its indentation. */
function indentOf(start: string): number {
  let end = 0;
  while (start[end] === " " || start[end] === "\t") end++;
  return end;
}

function isBlank(line: Parts | undefined): boolean {
  return line?.length === 1 && line[0].trim() === "";
}
