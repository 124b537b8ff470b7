import { valuePhrases, valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Placement } from "../../diagnostics/define.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import type { TypeSpec } from "../../fields/spec.ts";
import type { StringNode, WordNode } from "../../1-parse/syntax.ts";
import { durationUnits, printDuration } from "../units/duration.ts";
import type { UnitProblem } from "../units/parsed.ts";
import { wholeRate } from "../units/rate.ts";
import { parseSize, printSize } from "../units/size.ts";
import { expected, found, ranged, shown } from "./describe.ts";
import { report, type Place } from "./place.ts";
import { instead } from "./repair.ts";
import { within } from "./spans.ts";

export type QuantitySpec = Extract<TypeSpec, { readonly type: "duration" | "size" | "ratio" | "rate" | "cpu" }>;

type Literal = StringNode | WordNode;

/** Says why a quantity cannot be read. */
export function refuse(problem: UnitProblem, node: Literal, type: QuantitySpec, place: Place): undefined {
  const params = { field: place.name, found: found(node), expected: expected(type) };
  switch (problem.problem) {
    case "form":
      return report(
        place,
        node.type === "string" ? valueProblems.malformedText(params) : valueProblems.wrongType(params),
        node.span,
      );
    case "no-unit":
      return report(place, valueProblems.missingUnit(params), node.span, withUnit(node, type));
    case "unit": {
      const span = within(node, problem.at, problem.at + problem.unit.length);
      return report(place, valueProblems.badUnit({ ...params, unit: shown(problem.unit) }), span, meant(problem, node));
    }
    case "inexact":
      return report(
        place,
        valueProblems.inexactValue({ ...params, unit: smallest[type.type] }),
        node.span,
        whole(node, type),
      );
    case "negative":
    case "too-large":
      return outOfRange(node, type, place);
  }
}

const smallest = {
  duration: valuePhrases.microseconds(),
  size: valuePhrases.bytes(),
  cpu: valuePhrases.cpuThousandths(),
  rate: valuePhrases.requests(),
  ratio: valuePhrases.shares(),
};

/** Beside its limits each quantity has one of its own: it must be held exactly. */
export function outOfRange(node: Literal, type: QuantitySpec, place: Place): undefined {
  const isPercent =
    type.type === "ratio" && node.type === "number" && Number(node.text) > 1 && Number(node.text) <= 100;
  const params = { field: place.name, found: found(node), expected: limits(type) };
  return report(
    place,
    valueProblems.outOfRange(params),
    node.span,
    isPercent ? instead(node.span, `"${node.text}%"`) : {},
  );
}

/** Warns of a size that others read as a power of 1000. */
export function ambiguous(text: string, node: Literal, place: Place): void {
  const parsed = parseSize(text);
  if (!("ambiguous" in parsed) || parsed.ambiguous === undefined) return;
  const { unit, clear, at } = parsed.ambiguous;
  const span = within(node, at, at + unit.length);
  const whole = span === node.span;
  const params = { field: place.name, found: found(node), unit, clear };
  report(place, valueProblems.ambiguousUnit(params), span, whole ? {} : instead(span, clear));
}

function limits(type: QuantitySpec): Phrase {
  switch (type.type) {
    case "duration":
      return ranged(valuePhrases.duration(), { min: 0, max: longestDuration, ...type }, printDuration);
    case "size":
      return ranged(valuePhrases.size(), { min: 0, max: largestSize, ...type }, printSize);
    case "ratio":
      return type.above === true
        ? valuePhrases.atLeast({ what: valuePhrases.share(), min: "0" })
        : valuePhrases.shareRange();
    case "rate":
      return ranged(valuePhrases.rate(), { min: 1, max: Number.MAX_SAFE_INTEGER }, String);
    case "cpu":
      return valuePhrases.atLeast({ what: valuePhrases.processorTime(), min: '`"1m"`' });
  }
}

// Whole days and whole tebibytes below 2^53 microseconds and bytes, the last whole numbers that are exact.
const longestDuration = 104_249 * durationUnits.d;
const largestSize = 8191 * 1024 ** 4;

function withUnit(node: Literal, type: QuantitySpec): Placement {
  const text = node.type === "string" ? node.value : node.text;
  if (type.type === "ratio") return instead(node.span, `"${text}%"`);
  if (type.type !== "duration" || !/^\d+(?:\.\d+)?$/.test(text)) return {};
  const edit = (unit: string): readonly { readonly span: typeof node.span; readonly text: string }[] => [
    { span: node.span, text: `"${text}${unit}"` },
  ];
  return {
    fixes: [
      { title: valuePhrases.asSeconds(), edits: edit("s") },
      { title: valuePhrases.asMilliseconds(), edits: edit("ms") },
    ],
  };
}

function meant({ near, at, unit }: Extract<UnitProblem, { readonly problem: "unit" }>, node: Literal): Placement {
  if (near === undefined) return {};
  const text = node.type === "string" ? node.value : node.text;
  const repaired = text.slice(0, at) + near + text.slice(at + unit.length);
  return instead(node.span, node.type === "string" ? `"${repaired}"` : repaired);
}

function whole(node: Literal, type: QuantitySpec): Placement {
  const rate = type.type === "rate" ? wholeRate(node.type === "string" ? node.value : node.text) : undefined;
  return rate === undefined ? {} : instead(node.span, `"${rate}"`);
}
