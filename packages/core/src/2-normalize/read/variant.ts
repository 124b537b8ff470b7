import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { VariantSpec } from "../../fields/spec.ts";
import type { PlainNode } from "../../1-parse/syntax.ts";
import { readFields } from "./fields.ts";
import { inside, keyOf, report, type Place, type Read } from "./place.ts";
import { wrongType } from "./text.ts";

/** One of several groups of fields, as its tag says. Without a tag nothing is known of the other fields. */
export function readVariant(node: PlainNode, type: VariantSpec, place: Place, read: Read): object | undefined {
  if (node.type !== "object") return report(place, wrongType(node, type, place), node.span);
  const tag = node.fields.find((field) => field.key.text === type.tag);
  const values = Object.fromEntries(Object.keys(type.variants).map((name) => [name, ""]));
  if (!tag) {
    const params = { container: place.name, field: type.tag, expected: `one of ${Object.keys(values).join(", ")}` };
    return report(place, valueProblems.missingField(params), keyOf(place));
  }
  const name = read(tag.value, { type: "enum", values, aliases: {} }, inside(place, tag.key, tag.value));
  const variant = typeof name === "string" ? type.variants[name] : undefined;
  return variant && readFields(node, variant, place, read);
}
