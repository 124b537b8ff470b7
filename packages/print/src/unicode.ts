/**
 * Characters that a reader of the text cannot see or that some reader treats as a line end: controls, invisible
 * format characters, direction marks, line and paragraph separators, byte order mark, non-characters, lone surrogates.
 * A fixed list, not \p{Cf}: that one changes with the version of the JavaScript engine, and the output must not.
 */
const unseen =
  /[\0-\x1F\x7F-\x9F\xAD\u0600-\u0605\u061C\u06DD\u070F\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uD800-\uDFFF\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E0FFF}]/gu;

/** Replaces every character that cannot be seen. */
export function replaceUnseen(s: string, by: (char: string) => string): string {
  return s.replace(unseen, by);
}

/** `\uXXXX` for each UTF-16 unit: how JSON, Java and .properties write any character. */
export function unicodeEscape(char: string): string {
  return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, "0")}`).join(
    "",
  );
}

/** A string as one visible line, for comments: line ends become `\n`, what cannot be seen becomes `\uXXXX`. */
export function visible(s: string): string {
  return replaceUnseen(s.replace(/\r\n?|\n/g, "\\n"), unicodeEscape);
}

/** The lines of a comment, each visible; blanks at their ends are gone. */
export function visibleLines(s: string): readonly string[] {
  return s.split(/\r\n?|\n/).map((line) => visible(line.replaceAll("\t", " ")).trimEnd());
}

/** Whether the string takes more bytes in UTF-8 than a limit; a UTF-16 unit takes one to three. */
export function isLongerInUtf8(s: string, limit: number): boolean {
  if (s.length * 3 <= limit) return false;
  let bytes = 0;
  for (const char of s) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x800) bytes += 2;
    else if (code < 0x10000) bytes += 3;
    else bytes += 4;
    if (bytes > limit) return true;
  }
  return false;
}
