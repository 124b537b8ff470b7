import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { ObjectSpec } from "../../fields/spec.ts";
import type { FieldNode, StringNode, PlainNode, ValueNode, WordNode } from "../../1-parse/syntax.ts";
import { expected, found } from "./describe.ts";
import { hasForm, textIn } from "./forms.ts";
import { report, type Place } from "./place.ts";
import { within } from "./spans.ts";
import { wrongType } from "./text.ts";

/** The fields that are written, or that a plain value stands for. */
export function fieldsOf(node: PlainNode, type: ObjectSpec, place: Place): readonly FieldNode[] | undefined {
  if (node.type === "object") return node.fields;
  if (node.type === "list") return report(place, wrongType(node, type, place), node.span);
  const isText = textIn(node) !== undefined || node.type === "quantity";
  if (type.text !== undefined && isText) return fieldsInText(node, type.text, type, place);
  const field = (type.shorthand ?? []).find((name) => type.fields[name] && hasForm(node, type.fields[name].of));
  const likely = field ?? type.shorthand?.find((name) => isLikely(node, type, name));
  if (likely === undefined) return report(place, wrongType(node, type, place), node.span);
  return [{ key: { text: likely, span: node.span }, value: node }];
}

/** A number for a duration lacks its unit: that is a better message than "wrong type". */
function isLikely(node: PlainNode, { fields }: ObjectSpec, name: string): boolean {
  const type = fields[name]?.of.type;
  return node.type === "number" && (type === "duration" || type === "ratio");
}

function fieldsInText(
  node: StringNode | WordNode,
  pattern: string,
  type: ObjectSpec,
  place: Place,
): readonly FieldNode[] | undefined {
  const text = node.type === "string" ? node.value : node.text;
  const match = new RegExp(pattern, "du").exec(text);
  if (!match) {
    const params = { field: place.name, found: found(node), expected: expected(type) };
    return report(place, valueProblems.malformedText(params), node.span);
  }
  return Object.entries(match.groups ?? {}).flatMap(([name, value]) => {
    if (value === undefined) return [];
    const [start = 0, end = 0] = match.indices?.groups?.[name] ?? [];
    const span = within(node, start, end);
    const isNumber = ["integer", "number"].includes(type.fields[name]?.of.type ?? "");
    const part: ValueNode = isNumber ? { type: "number", text: value, span } : { type: "string", value, span };
    return [{ key: { text: name, span }, value: part }];
  });
}
