import type { TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";

const literals: readonly string[] = ["true", "false", "null"];

/** A number without exponent, as a user may put it in quotes. */
export const numeral = /^-?\d+(?:\.\d+)?$/;

/** Whether a value has the form of a type, whatever it says: decides which field a shorthand stands for. */
export function hasForm(node: ValueNode, type: TypeSpec): boolean {
  switch (type.type) {
    case "string":
    case "reference":
      return textIn(node) !== undefined;
    case "boolean":
      return node.type === "word" && (node.text === "true" || node.text === "false");
    case "integer":
    case "number":
      return node.type === "number" || (type.quoted === true && node.type === "string" && numeral.test(node.value));
    case "duration":
      return isQuantity(node) || (node.type === "number" && (type.bare !== undefined || Number(node.text) === 0));
    case "ratio":
      return isQuantity(node) || (node.type === "number" && type.percentOnly !== true);
    case "size":
    case "rate":
    case "cpu":
      return isQuantity(node) || node.type === "number";
    case "enum":
      return textIn(node) !== undefined || node.type === "number" || node.type === "word";
    case "list":
      return node.type === "list";
    case "record":
    case "variant":
      return node.type === "object";
    case "object":
      return (
        node.type === "object" || (type.shorthand ?? []).some((field) => fieldHasForm(node, type.fields[field]?.of))
      );
    case "json":
      return node.type !== "quantity";
  }
}

/** Text in quotes, or an identifier that is no literal. */
export function textIn(node: ValueNode): string | undefined {
  if (node.type === "string") return node.value;
  return node.type === "word" && !literals.includes(node.text) ? node.text : undefined;
}

function isQuantity(node: ValueNode): boolean {
  return node.type === "string" || node.type === "quantity";
}

function fieldHasForm(node: ValueNode, type: TypeSpec | undefined): boolean {
  return type !== undefined && hasForm(node, type);
}
