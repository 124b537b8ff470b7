import { plain } from "./origin.ts";
import type { Value } from "./origin.ts";
import { markedAs } from "./language.ts";
import { lineBreak, separated, text } from "./text.ts";
import type { Rope, Text } from "./text.ts";
import { unicodeEscape, visibleLines } from "./unicode.ts";

/** A key and its value; numbers and booleans are written in decimal, as `true` and `false`. */
export type Entry =
  readonly [key: Value<string>, value: Value<string | number | bigint | boolean>] | Comment | false | undefined;

/** A comment between entries, made by `comment`. */
export interface Comment {
  readonly comment: string;
}

/** Lines of comment; what cannot be seen is made visible. */
export function comment(comment: string): Comment {
  return { comment };
}

/**
 * A `.properties` file as `java.util.Properties` reads it, in ASCII, so that every encoding reads the same.
 * It can hold every string; what Spring does with `${` is `springRefusal`'s to tell.
 *
 * `print(properties.doc([["server.port", port], ["spring.application.name", name]]))`
 *
 * @throws TypeError when a key comes twice: the last would silently win
 */
export function doc(
  entries: readonly Entry[],
  options: { readonly header?: readonly string[] } = {},
): Text<"properties"> {
  const present = entries.filter((entry) => entry !== undefined && entry !== false);
  const keys = new Set<string>();
  for (const entry of present) {
    if ("comment" in entry) continue;
    const key = plain(entry[0]);
    if (keys.has(key)) throw new TypeError(`the key ${JSON.stringify(key)} comes twice`);
    keys.add(key);
  }
  const header = (options.header ?? []).flatMap(commentRopes);
  return text("properties", separated([...header, ...present.flatMap(ropes)], lineBreak));
}

function ropes(entry: Comment | Exclude<Entry, Comment | false | undefined>): readonly Rope[] {
  if ("comment" in entry) return commentRopes(entry.comment);
  const [key, value] = entry;
  return [[markedAs(key, escapedKey(plain(key))), "=", markedAs(value, escaped(scalar(plain(value))))]];
}

function scalar(value: string | number | bigint | boolean): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} is not a finite number`);
  return String(value);
}

function escapedKey(key: string): string {
  return ascii(key.replace(/[\\:=#! ]/g, "\\$&"));
}

/** Leading blanks would be skipped by the reader; trailing ones are kept by it but lost by editors. */
function escaped(s: string): string {
  return ascii(s.replace(/[\\:=#!]/g, "\\$&"))
    .replace(/ $/, "\\u0020")
    .replace(/^ /, "\\ ");
}

function ascii(s: string): string {
  const named = s.replaceAll("\n", "\\n").replaceAll("\r", "\\r").replaceAll("\t", "\\t");
  return named.replace(/[^\x20-\x7E]/g, unicodeEscape);
}

function commentRopes(comment: string): readonly Rope[] {
  return visibleLines(comment).map((line) => (line === "" ? "#" : `# ${line}`).replace(/[^\x20-\x7E]/g, unicodeEscape));
}
