import { plain } from "../origin.ts";
import type { Value } from "../origin.ts";
import { markedAs } from "../language.ts";
import { lineBreak, separated, text } from "../text.ts";
import type { Rope, Text } from "../text.ts";
import { unicodeEscape, visible, visibleLines } from "../unicode.ts";
import type { JavaText } from "./literal.ts";

/** Text that stands in a comment of a `code` skeleton; it prints no line end and cannot end the comment. */
export type CommentText = Text<"java comment">;

/** `// text`, one line per line of the text. */
export function lineComment(value: Value<string>): JavaText {
  const all = linesOf(value).map((line) => (line === "" ? "//" : `// ${line}`));
  return text("java", markedAs(value, separated(all, lineBreak)));
}

/** `/* text *\/`, with one starred line per line of the text if there are several. */
export function blockComment(value: Value<string>): JavaText {
  return starred("/*", value, linesOf(value));
}

/** A Javadoc comment that shows the text literally: HTML and tags in it are escaped. */
export function javadoc(value: Value<string>): JavaText {
  return starred(
    "/**",
    value,
    plain(value)
      .split(/\r\n?|\n/)
      .map((line) => htmlEscaped(line).trimEnd()),
  );
}

/** For a hole inside a comment of a `code` skeleton: `// Calls ${java.commentText(name)}.` */
export function commentText(value: Value<string>): CommentText {
  // A trailing star must not meet a slash of the skeleton.
  return text("java comment", markedAs(value, neutral(visible(doubled(plain(value)))).replace(/\*$/, "* ")));
}

/** For a hole inside a Javadoc comment of a `code` skeleton; shown literally, as `javadoc` does. */
export function javadocText(value: Value<string>): CommentText {
  return text("java comment", markedAs(value, htmlEscaped(plain(value).replace(/\r\n?|\n/g, " "))));
}

function starred(open: string, value: Value<string>, all: readonly string[]): JavaText {
  if (all.length === 1) return text("java", [open, " ", markedAs(value, all[0] ?? ""), " */"]);
  const body = separated(
    all.map((line): Rope => (line === "" ? " *" : [" * ", line])),
    lineBreak,
  );
  return text("java", [open, lineBreak, markedAs(value, body), lineBreak, " */"]);
}

function linesOf(value: Value<string>): readonly string[] {
  return visibleLines(doubled(plain(value))).map(neutral);
}

/** Java reads `\u000a` in a comment as a line end; a backslash after another one begins no such escape (JLS 3.3). */
function doubled(s: string): string {
  return s.replaceAll("\\", "\\\\");
}

/** No end of comment, and ASCII only, as everywhere in Java text. */
function neutral(line: string): string {
  return line.replace(/\*(?=\/)/g, "* ").replace(/[^\x20-\x7E]/g, unicodeEscape);
}

function htmlEscaped(s: string): string {
  return s.replace(/[&<>@{}\\]|(?<=\*)\/|\*$|[^\x20-\x7E]/gu, (char) => `&#${char.codePointAt(0) ?? 0};`);
}
