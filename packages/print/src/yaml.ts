import { plain } from "./origin.ts";
import type { Value } from "./origin.ts";
import { markedAs } from "./language.ts";
import { indented, lineBreak, marked, separated, text } from "./text.ts";
import type { Rope, Text } from "./text.ts";
import { shapeOf } from "./tree.ts";
import type { Node, Shape, ShapeEntry } from "./tree.ts";
import { replaceUnseen, visibleLines } from "./unicode.ts";

export { because, bool, commented, flow, int, json, list, map, merged, nul, num, replaced, str } from "./tree.ts";
export type { Entry, Json, Node } from "./tree.ts";

/**
 * Why a string cannot be a YAML scalar: Go's readers refuse the escape of a lone surrogate, and it has no UTF-8 form.
 * Every other string, NUL included, comes back exactly from YAML 1.1 and 1.2 readers.
 */
export function refusal(s: string): "lone-surrogate" | undefined {
  return s.isWellFormed() ? undefined : "lone-surrogate";
}

/** Why a string cannot be a key: as `refusal`, and readers give up on keys that are longer than 1024 characters. */
export function keyRefusal(s: string): "lone-surrogate" | "too-long" | undefined {
  return refusal(s) ?? (scalarText(s).length > longestKey ? "too-long" : undefined);
}

/**
 * A document. Scalars are plain where every YAML 1.1 and 1.2 reader takes them for strings, else double-quoted.
 *
 * `print(yaml.doc(yaml.map([["image", yaml.str(image)], ["replicas", yaml.int(3)]]), { header: ["Made by dpm."] }))`
 */
export function doc(root: Node, options: { readonly header?: readonly string[] } = {}): Text<"yaml"> {
  return docs([root], options);
}

/** Several documents in one file, with `---` between them. */
export function docs(roots: readonly Node[], options: { readonly header?: readonly string[] } = {}): Text<"yaml"> {
  const header = (options.header ?? []).flatMap(commentRopes);
  const documents = roots.map(shapeOf).map((shape): Rope => {
    const body = isInline(shape) ? inline(shape) : block(shape);
    return separated([...commentsOf(shape), body], lineBreak);
  });
  return text("yaml", separated([...header, separated(documents, [lineBreak, "---", lineBreak])], lineBreak));
}

// The specification's limit; PyYAML and libyaml count the quotes.
const longestKey = 1024;

const plainScalar = /^[A-Za-z_][A-Za-z0-9_./-]*$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

function scalarText(value: string | number | bigint | boolean | null): string {
  if (typeof value === "number") return numberText(value);
  if (typeof value !== "string") return String(value);
  return plainScalar.test(value) && !reserved.test(value) ? value : quoted(value);
}

function quoted(s: string): string {
  const named = s.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t").replaceAll("\r", "\\r");
  return `"${replaceUnseen(named, codePointEscape).replace(beyondBasicPlane, codePointEscape)}"`;
}

/** Escaped although they can be seen: SnakeYAML 2.3 fails where one of them straddles its buffer. */
const beyondBasicPlane = /[\u{10000}-\u{10FFFF}]/gu;

/** YAML joins no surrogate pairs: a character beyond the basic plane has one escape of eight digits. */
function codePointEscape(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
}

/** YAML 1.1 takes `1e+21` for a string: a number with an exponent needs its decimal point. */
function numberText(n: number): string {
  if (Object.is(n, -0)) return "-0.0";
  return String(n).replace(/^(-?\d+)e/, "$1.0e");
}

function isInline(shape: Shape): boolean {
  if (shape.kind === "scalar" || shape.flow === true) return true;
  return (shape.kind === "list" ? shape.items : shape.entries).length === 0;
}

function inline(shape: Shape): Rope {
  return marked(shape.origins, inlineBody(shape));
}

function inlineBody(shape: Shape): Rope {
  if (shape.kind === "list") return ["[", separated(shape.items.map(inline), ", "), "]"];
  if (shape.kind === "map")
    return [
      "{",
      separated(
        shape.entries.map(({ key, shape: inner }) => [keyRope(key), ": ", inline(inner)]),
        ", ",
      ),
      "}",
    ];
  if (typeof shape.value === "string") must(refusal(shape.value));
  return scalarText(shape.value);
}

function block(shape: Shape): Rope {
  if (shape.kind === "list") return marked(shape.origins, separated(shape.items.map(itemRope), lineBreak));
  if (shape.kind === "map") return marked(shape.origins, separated(shape.entries.map(entryRope), lineBreak));
  return inline(shape);
}

function entryRope({ key, shape }: ShapeEntry): Rope {
  const value = isInline(shape) ? [" ", inline(shape)] : [lineBreak, indented("  ", block(shape))];
  return separated([...commentsOf(shape), [keyRope(key), ":", value]], lineBreak);
}

function itemRope(shape: Shape): Rope {
  const value = isInline(shape) ? inline(shape) : block(shape);
  // A comment cannot share the line of the dash.
  const gap = beginsWithComment(shape) ? ["-", lineBreak] : ["- "];
  return separated([...commentsOf(shape), [...gap, indented("  ", value)]], lineBreak);
}

function beginsWithComment(shape: Shape): boolean {
  if (isInline(shape) || shape.kind === "scalar") return false;
  const first = shape.kind === "list" ? shape.items[0] : shape.entries[0]?.shape;
  return first?.comment !== undefined || (shape.kind === "list" && first !== undefined && beginsWithComment(first));
}

function keyRope(key: Value<string>): Rope {
  must(keyRefusal(plain(key)));
  return markedAs(key, scalarText(plain(key)));
}

function commentsOf(shape: Shape): readonly Rope[] {
  return shape.comment === undefined ? [] : commentRopes(shape.comment);
}

function commentRopes(comment: string): readonly Rope[] {
  return visibleLines(comment).map((line) =>
    line === "" ? "#" : `# ${line.replace(beyondBasicPlane, codePointEscape)}`,
  );
}

function must(reason: string | undefined): void {
  if (reason !== undefined)
    throw new TypeError(`a string that \`yaml.refusal\` or \`yaml.keyRefusal\` refuses (${reason}) was printed`);
}
