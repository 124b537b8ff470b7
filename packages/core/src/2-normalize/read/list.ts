import { valuePhrases, valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Placement } from "../../diagnostics/define.ts";
import type { TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";
import { seal, type Origin } from "../origin.ts";
import { hasForm } from "./forms.ts";
import { itemOf, report, type Place, type Read } from "./place.ts";
import { wrongType } from "./text.ts";

type ListSpec = Extract<TypeSpec, { readonly type: "list" }>;

/** A list; items that cannot be read are left out. */
export function readList(node: ValueNode, type: ListSpec, place: Place, read: Read): readonly unknown[] | undefined {
  if (node.type !== "list")
    return report(place, wrongType(node, type, place), node.span, hasForm(node, type.item.of) ? inBrackets(node) : {});
  const { min = 0 } = type;
  if (node.items.length < min)
    return report(place, valueProblems.tooFewItems({ field: place.name, found: node.items.length, min }), node.span);
  const items: unknown[] = [];
  const table: Record<string, Origin> = { "": place.origin };
  node.items.forEach((item, index) => {
    const there = itemOf(place, index, item);
    const value = read(item, type.item.of, there);
    if (value === undefined) return;
    table[items.length] = there.origin;
    items.push(value);
  });
  return seal(items, table);
}

function inBrackets({ span }: ValueNode): Placement {
  const edits = [
    { span: { ...span, end: span.start }, text: "[" },
    { span: { ...span, start: span.end }, text: "]" },
  ];
  return { label: valuePhrases.putInList(), fixes: [{ title: valuePhrases.putInBrackets(), edits }] };
}
