import { valuePhrases, valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { FieldSpec, TypeSpec } from "../../fields/spec.ts";
import type { PlainNode, WordNode } from "../../1-parse/syntax.ts";
import { found } from "./describe.ts";
import { readList } from "./list.ts";
import { report, type Place, type Read } from "./place.ts";
import { readRecord } from "./record.ts";
import { inQuotes, wrongType } from "./text.ts";

type JsonSpec = Extract<TypeSpec, { readonly type: "json" }>;

/** A value of any shape, as it is written. */
export function readJson(node: PlainNode, type: JsonSpec, place: Place, read: Read): unknown {
  switch (node.type) {
    case "string":
      return node.value;
    case "word":
      return words.has(node.text) ? words.get(node.text) : node.text;
    case "number":
      return readPlainNumber(node, place);
    case "quantity":
      return report(place, wrongType(node, type, place), node.span, inQuotes(node));
    case "list":
      return readList(node, { type: "list", item: any }, place, read);
    case "object":
      return readRecord(node, { type: "record", value: any }, place, read);
  }
}

const any: FieldSpec = { of: { type: "json" }, presence: "required" };

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readPlainNumber(node: WordNode, place: Place): number | undefined {
  const value = Number(node.text);
  const isExact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (isExact) return value;
  const params = { field: place.name, found: found(node), expected: valuePhrases.exactNumber() };
  return report(place, valueProblems.outOfRange(params), node.span);
}
