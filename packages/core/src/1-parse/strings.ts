import { isLineBreak } from "./characters.ts";

/** One thing in a string that cannot be read as it stands; offsets count from the opening quote. */
export interface Flaw {
  readonly type: "escape" | "surrogate";
  readonly start: number;
  readonly end: number;
}

/** What a string says, where that is not simply the text between its quotes. */
export interface Reading {
  readonly value: string;
  readonly flaws: readonly Flaw[];
  /** False when the line or the text ended before the closing quote. */
  readonly closed: boolean;
}

/** The end of the string whose opening quote stands at `at`, if its value is simply the text between its quotes. */
export function plainStringEnd(text: string, at: number): number | undefined {
  for (let end = at + 1; ; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) return end + 1;
    if (code === 92 || (code >= 0xd800 && code <= 0xdfff) || isLineBreak(code) || Number.isNaN(code)) return undefined;
  }
}

/** Reads any string; a line break or the end of the text ends it too. */
export function readString(text: string, at: number): { readonly image: string; readonly reading: Reading } {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === 34) return { image: text.slice(at, end + 1), reading: read(text.slice(at + 1, end), true) };
    if (isLineBreak(code)) break;
    if (code === 92 && !isLineBreak(text.charCodeAt(end + 1))) end++;
  }
  end = Math.min(end, text.length);
  return { image: text.slice(at, end), reading: read(text.slice(at + 1, end), false) };
}

const simple: ReadonlyMap<string, string> = new Map([
  ["\\", "\\"],
  ['"', '"'],
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ["b", "\b"],
  ["f", "\f"],
  ["/", "/"],
]);

const special =
  /\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|[^]|$)|[\ud800-\udfff]/gu;

/** Reads the text between two quotes. An unreadable escape stands for itself, half a surrogate pair for U+FFFD. */
export function read(inner: string, closed: boolean): Reading {
  const flaws: Flaw[] = [];
  const value = inner.replace(special, (found: string, at: number) => {
    const meant = found.startsWith("\\") ? unescape(found) : undefined;
    if (meant !== undefined) return meant;
    const type = found.startsWith("\\") ? "escape" : "surrogate";
    flaws.push({ type, start: at + 1, end: at + 1 + found.length });
    return type === "escape" ? found : "\uFFFD";
  });
  return { value, flaws, closed };
}

function unescape(escape: string): string | undefined {
  if (!escape.startsWith("\\u") || escape.length < 3) return simple.get(escape.slice(1));
  const units = escape.split("\\u").slice(1);
  const codes = units.map((unit) => Number.parseInt(unit.replace(/[{}]/g, ""), 16));
  const char = codes.every((code) => code <= 0x10ffff) ? String.fromCodePoint(...codes) : undefined;
  // Half a pair is no character, and no file could hold it.
  return char?.isWellFormed() ? char : undefined;
}

/** The string as dpm writes it, so that reading it gives the value again. */
export function quoteString(value: string): string {
  const escapes = new Map([...simple].map(([letter, char]) => [char, `\\${letter}`]));
  const inner = value
    .toWellFormed()
    .replace(
      /["\\\p{Cc}\p{Cf}\u2028\u2029]/gu,
      (char) => escapes.get(char) ?? `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`,
    );
  return `"${inner}"`;
}
