import { valuePhrases, valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Placement } from "../../diagnostics/define.ts";
import type { TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";
import { found, ranged } from "./describe.ts";
import { hasForm, numeral } from "./forms.ts";
import { report, type Place } from "./place.ts";
import { instead } from "./repair.ts";
import { wrongType } from "./text.ts";

type NumberSpec = Extract<TypeSpec, { readonly type: "integer" | "number" }>;

/** A number within its limits. Whole ones are exact: beyond 2^53 there is no telling which number was meant. */
export function readNumber(node: ValueNode, type: NumberSpec, place: Place): number | undefined {
  if (!hasForm(node, type)) return report(place, wrongType(node, type, place), node.span, withoutQuotes(node));
  const value = Number(node.type === "string" ? node.value : "text" in node ? node.text : "");
  if (isOutside(value, type)) return outOfRange(node, type, place);
  if (type.type === "integer" && !Number.isInteger(value))
    return report(place, wrongType(node, type, place), node.span);
  return value;
}

function isOutside(value: number, { type, min = -Infinity, max = Infinity }: NumberSpec): boolean {
  const largest = type === "integer" ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  return !(value >= Math.max(min, -largest) && value <= Math.min(max, largest));
}

function outOfRange(node: ValueNode, type: NumberSpec, place: Place): undefined {
  const kind = type.type === "integer" ? valuePhrases.integer() : valuePhrases.number();
  const max = type.type === "integer" ? Number.MAX_SAFE_INTEGER : Number.MAX_VALUE;
  return report(
    place,
    valueProblems.outOfRange({
      field: place.name,
      found: found(node),
      expected: ranged(kind, { max, ...type }, String),
    }),
    node.span,
  );
}

function withoutQuotes(node: ValueNode): Placement {
  return node.type === "string" && numeral.test(node.value) ? instead(node.span, node.value) : {};
}
