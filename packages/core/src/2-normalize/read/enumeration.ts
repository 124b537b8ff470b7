import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Placement } from "../../diagnostics/define.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { EnumSpec } from "../../fields/spec.ts";
import type { PlainNode } from "../../1-parse/syntax.ts";
import { shown } from "./describe.ts";
import { report, type Place } from "./place.ts";
import { instead } from "./repair.ts";
import { wrongType } from "./text.ts";

/** One of the values or of their other spellings, in quotes or bare. An open enumeration takes any name, and warns of a near miss. */
export function readEnum(node: PlainNode, type: EnumSpec, place: Place): string | undefined {
  if (node.type === "list" || node.type === "object" || node.type === "quantity")
    return report(place, wrongType(node, type, place), node.span);
  const text = node.type === "string" ? node.value : node.text;
  if (Object.hasOwn(type.values, text)) return text;
  if (Object.hasOwn(type.aliases, text)) return type.aliases[text];
  const names = Object.keys(type.values);
  const near = suggest(text, [...names, ...Object.keys(type.aliases)]);
  const repair = near === undefined ? {} : inPlaceOf(node, near);
  const params = { field: place.name, value: shown(text) };
  if (type.open !== true || text === "")
    return report(place, valueProblems.unknownValue({ ...params, values: names }), node.span, repair);
  if (near !== undefined) report(place, valueProblems.unfamiliarValue({ ...params, near }), node.span, repair);
  return text;
}

/** The name in the notation that the user chose; the message leaves the quotes out. */
function inPlaceOf(node: PlainNode, name: string): Placement {
  return {
    ...instead(node.span, node.type === "string" ? `"${name}"` : name),
    label: phrases.didYouMean({ near: name }),
  };
}
