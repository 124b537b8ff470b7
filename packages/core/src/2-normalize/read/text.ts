import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Placement, Problem } from "../../diagnostics/define.ts";
import type { TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";
import { expected, found } from "./describe.ts";
import { textIn } from "./forms.ts";
import { report, type Place } from "./place.ts";
import { instead } from "./repair.ts";

type TextSpec = Extract<TypeSpec, { readonly type: "string" | "reference" }>;

/** Text in quotes or a bare identifier. Numbers and `true` are not silently made text: whoever reads them later may see a number. */
export function readText(node: ValueNode, type: TextSpec, place: Place): string | undefined {
  const text = textIn(node);
  if (text === undefined) return report(place, wrongType(node, type, place), node.span, inQuotes(node));
  if (type.type === "reference" ? text !== "" : matches(text, type.pattern)) return text;
  const params = { field: place.name, found: found(node), expected: expected(type) };
  return report(place, valueProblems.malformedText(params), node.span);
}

/** `true` or `false`, without quotes. */
export function readBoolean(node: ValueNode, type: TypeSpec, place: Place): boolean | undefined {
  if (node.type === "word" && (node.text === "true" || node.text === "false")) return node.text === "true";
  const text = node.type === "string" ? node.value : node.type === "word" ? node.text : "";
  const meant = meanings.find(([, words]) => words.some((word) => word === text.toLowerCase()))?.[0];
  return report(place, wrongType(node, type, place), node.span, meant === undefined ? {} : instead(node.span, meant));
}

const meanings = [
  ["true", ["true", "yes", "on"]],
  ["false", ["false", "no", "off"]],
] as const;

/** The value is of another form than its type. */
export function wrongType(node: ValueNode, type: TypeSpec, place: Place): Problem {
  return valueProblems.wrongType({ field: place.name, found: found(node), expected: expected(type) });
}

/** Offers to make text of a number or a word. */
export function inQuotes(node: ValueNode): Placement {
  return "text" in node ? instead(node.span, `"${node.text}"`) : {};
}

function matches(text: string, pattern: string | undefined): boolean {
  return pattern === undefined || new RegExp(`^(?:${pattern})$`, "u").test(text);
}
