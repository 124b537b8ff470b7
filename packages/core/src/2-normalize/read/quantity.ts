import type { StringNode, PlainNode, WordNode } from "../../1-parse/syntax.ts";
import { parseCpu } from "../units/cpu.ts";
import { shift } from "../units/decimal.ts";
import { parseDuration } from "../units/duration.ts";
import type { Parsed } from "../units/parsed.ts";
import { parseRate } from "../units/rate.ts";
import { parseRatio } from "../units/ratio.ts";
import { parseSize } from "../units/size.ts";
import { report, type Place } from "./place.ts";
import { ambiguous, outOfRange, refuse, type QuantitySpec } from "./quantity-problems.ts";
import { wrongType } from "./text.ts";

/** A number with a unit, or without one where its type or its key says which is meant. */
export function readQuantity(node: PlainNode, type: QuantitySpec, place: Place): unknown {
  if (node.type === "list" || node.type === "object" || node.type === "word")
    return report(place, wrongType(node, type, place), node.span);
  const text = textOf(node);
  const parsed = parse(text, type, place);
  if ("problem" in parsed) return refuse(parsed, node, type, place);
  if (type.type === "size") ambiguous(text, node, place);
  const { value } = parsed;
  const amount = typeof value === "number" ? value : value.count;
  const { min = 0, max = Infinity } = limitsOf(type);
  if (amount < min || amount > max) return outOfRange(node, type, place);
  return typeof value === "number" ? value : Object.freeze(value);
}

function parse(text: string, type: QuantitySpec, { bare }: Place): Parsed<number> | ReturnType<typeof parseRate> {
  switch (type.type) {
    case "duration":
      return parseDuration(text, bare ?? type.bare);
    case "size":
      return parseSize(text);
    case "ratio":
      return parseRatio(text, type);
    case "rate":
      return parseRate(text);
    case "cpu":
      return parseCpu(text);
  }
}

/** The parsers of units know no exponents. */
function textOf(node: StringNode | WordNode): string {
  if (node.type === "string") return node.value;
  return node.type === "number" && !node.text.startsWith("-") ? (shift(node.text, 0) ?? node.text) : node.text;
}

function limitsOf(type: QuantitySpec): { readonly min?: number; readonly max?: number } {
  if (type.type === "rate" || type.type === "cpu") return { min: 1 };
  return type.type === "ratio" ? {} : type;
}
