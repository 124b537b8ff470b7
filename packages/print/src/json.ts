import { plain } from "./origin.ts";
import type { Value } from "./origin.ts";
import { markedAs } from "./language.ts";
import { indented, lineBreak, marked, separated, text } from "./text.ts";
import type { Rope, Text } from "./text.ts";
import { shapeOf } from "./tree.ts";
import type { Node, Shape } from "./tree.ts";
import { replaceUnseen, unicodeEscape } from "./unicode.ts";

export { because, bool, flow, int, json, list, map, nul, num, str } from "./tree.ts";
export type { Entry, Json, Node } from "./tree.ts";

/** Why a string cannot be a JSON string or key: Go's reader silently replaces a lone surrogate, and others keep it. */
export function refusal(s: string): "lone-surrogate" | undefined {
  return s.isWellFormed() ? undefined : "lone-surrogate";
}

/** A document with two blanks per level: `print(json.doc(json.map([["retries", json.int(3)]])))`. It has no comments. */
export function doc(root: Node): Text<"json"> {
  return text("json", value(shapeOf(root), false));
}

function value(shape: Shape, onOneLine: boolean): Rope {
  return marked(shape.origins, body(shape, onOneLine || shape.flow === true));
}

function body(shape: Shape, onOneLine: boolean): Rope {
  if (shape.kind === "scalar") return typeof shape.value === "string" ? quoted(shape.value) : number(shape.value);
  if (shape.kind === "list")
    return enclosed(
      "[",
      shape.items.map((item) => value(item, onOneLine)),
      "]",
      onOneLine,
    );
  const entries = shape.entries.map(({ key, shape: inner }) => [keyRope(key), ": ", value(inner, onOneLine)]);
  return enclosed("{", entries, "}", onOneLine);
}

function enclosed(open: string, parts: readonly Rope[], close: string, onOneLine: boolean): Rope {
  if (parts.length === 0) return [open, close];
  if (onOneLine) return [open, separated(parts, ", "), close];
  return [open, indented("  ", [lineBreak, separated(parts, [",", lineBreak])]), lineBreak, close];
}

function keyRope(key: Value<string>): Rope {
  return markedAs(key, quoted(plain(key)));
}

function number(value: number | bigint | boolean | null): string {
  return Object.is(value, -0) ? "-0.0" : String(value);
}

/** JSON's own escapes, and `\u` for what cannot be seen. */
function quoted(s: string): string {
  const reason = refusal(s);
  if (reason !== undefined) throw new TypeError(`a string that \`json.refusal\` refuses (${reason}) was printed`);
  return replaceUnseen(JSON.stringify(s), unicodeEscape);
}
