/** A rule of a TextMate grammar: what it matches, or where it begins and ends, and how that is called. */
export interface Pattern {
  readonly name?: string;
  readonly contentName?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly endCaptures?: Captures;
  readonly patterns?: readonly Pattern[];
  readonly include?: string;
}

export interface Capture {
  readonly name?: string;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<string, Capture>>;

/** The whole grammar, as `*.tmLanguage.json` holds it. */
export interface Grammar {
  readonly $schema: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

export const include = (...names: readonly string[]): readonly Pattern[] =>
  names.map((name) => ({ include: `#${name}` }));

/** What is called `<name>.dpm`. */
export const scope = (name: string): Capture => ({ name: `${name}.dpm` });

/** Groups of a match by their number, each with its scope. */
export function scopes(...names: readonly (string | undefined)[]): Captures {
  return Object.fromEntries(names.flatMap((name, index) => (name === undefined ? [] : [[index + 1, scope(name)]])));
}

/** One of these words as a whole. */
export function wordOf(words: Iterable<string>): string {
  const escaped = [...new Set(words)].toSorted().map((word) => word.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&"));
  return `(?<!${wordPart})(?:${escaped.join("|")})(?!${wordPart})`;
}

const wordStart = "[\\p{L}\\p{Nl}_]";
const wordPart = "[\\p{L}\\p{Nl}\\p{Mn}\\p{Mc}\\p{Nd}\\p{Pc}-]";
/** A word of the language: a kind, a name, a key, a value. */
export const word = `${wordStart}${wordPart}*`;
/** Text in quotes on one line. */
export const text = '"(?:[^"\\\\]|\\\\.)*"';
/** What a key or a block's name may be. */
export const naming = `(?:${word}|${text})`;
/** Blanks within a line. */
export const blanks = "[ \\t]";
/** White space of any script, and the byte order mark. */
export const anyBlank = "\\s\\x{FEFF}";
