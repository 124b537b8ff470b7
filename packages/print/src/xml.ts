import { plain } from "./origin.ts";
import type { Value } from "./origin.ts";
import { markedAs } from "./language.ts";
import { indented, lineBreak, ropeOf, separated, text as textOf } from "./text.ts";
import type { Rope, Text } from "./text.ts";
import { replaceUnseen, visibleLines } from "./unicode.ts";

/** An element or a comment. */
export type Node = Text<"xml">;
/** What is between the tags of an element without child elements. */
export type Content = Text<"xml text">;
export type Attributes = Readonly<Record<string, Value<string | number> | undefined>>;

/** Why a string cannot be in XML 1.0, in which even an escape may not name these characters. */
export function refusal(s: string): "control" | "non-character" | "lone-surrogate" | undefined {
  if (/[\0-\x08\x0B\x0C\x0E-\x1F]/.test(s)) return "control";
  if (/[\uFFFE\uFFFF]/.test(s)) return "non-character";
  return s.isWellFormed() ? undefined : "lone-surrogate";
}

/** A document with its declaration: `print(xml.doc(xml.element("project", {}, [...]), { header: ["Made by dpm."] }))`. */
export function doc(root: Node, options: { readonly header?: readonly string[] } = {}): Node {
  const header = (options.header ?? []).map((line) => ropeOf(comment(line)));
  return textOf("xml", separated(['<?xml version="1.0" encoding="UTF-8"?>', ...header, ropeOf(root)], lineBreak));
}

/**
 * An element with either text or child elements: `xml.element("version", {}, xml.text(version))`.
 *
 * @throws TypeError unless the names are ASCII names
 */
export function element(
  name: string,
  attributes: Attributes,
  children?: Content | readonly (Node | false | undefined)[],
): Node {
  const open: Rope = ["<", checkedName(name), Object.entries(attributes).flatMap(attribute)];
  if (children === undefined) return textOf("xml", [open, "/>"]);
  const close = ["</", name, ">"];
  if (!isList(children)) return textOf("xml", [open, ">", ropeOf(children), close]);
  const present = children.filter((child) => child !== undefined && child !== false).map(ropeOf);
  if (present.length === 0) return textOf("xml", [open, "/>"]);
  return textOf("xml", [open, ">", indented("  ", [lineBreak, separated(present, lineBreak)]), lineBreak, close]);
}

/** The text of an element, escaped. */
export function text(value: Value<string | number | boolean>): Content {
  return textOf("xml text", markedAs(value, escaped(String(plain(value)))));
}

/** A comment; `--`, which may not occur in one, becomes `- -`. */
export function comment(value: Value<string>): Node {
  const safe = visibleLines(plain(value)).map((line) => line.replace(/-(?=-|$)/g, "- ").trimEnd());
  return textOf("xml", ["<!-- ", markedAs(value, separated(safe, lineBreak)), " -->"]);
}

function attribute([name, value]: [string, Attributes[string]]): readonly Rope[] {
  return value === undefined
    ? []
    : [[" ", checkedName(name), "=", markedAs(value, `"${escaped(String(plain(value)))}"`)]];
}

function escaped(s: string): string {
  const reason = refusal(s);
  if (reason !== undefined) throw new TypeError(`a string that \`xml.refusal\` refuses (${reason}) was printed`);
  const named = s.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
  // Also tabs and line ends, which a reader would otherwise turn into blanks in an attribute.
  return replaceUnseen(named, (char) => `&#x${(char.codePointAt(0) ?? 0).toString(16)};`);
}

function checkedName(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?$/.test(name))
    throw new TypeError(`\`${name}\` is not an XML name`);
  return name;
}

function isList(children: Content | readonly unknown[]): children is readonly (Node | false | undefined)[] {
  return Array.isArray(children);
}
