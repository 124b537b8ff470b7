import { languagePhrases } from "../../diagnostics/catalogue/language.ts";
import { valueProblems } from "../../diagnostics/catalogue/values.ts";
import type { Supplied } from "../../fields/field.ts";
import type { TypeSpec } from "../../fields/spec.ts";
import type { CallNode } from "../../1-parse/syntax.ts";
import { found } from "./describe.ts";
import { report, type Place } from "./place.ts";

const forms = {
  env: { pattern: /^[A-Za-z_][A-Za-z0-9_]*$/, expected: languagePhrases.variableName() },
  secret: {
    pattern: /^[A-Za-z0-9][\w.-]*(?:\/[A-Za-z0-9][\w.-]*)+$/,
    expected: languagePhrases.storeAndKey(),
  },
} as const;

/** A reference to what whoever runs the system supplies: only where nothing of it has to be known before. */
export function readSupplied(node: CallNode, type: TypeSpec, place: Place): Supplied | undefined {
  const call = found(node);
  if (type.type !== "string" || !type.supplied)
    return report(place, valueProblems.suppliedValue({ field: place.name, call }), node.span);
  const { pattern, expected } = forms[node.function];
  if (pattern.test(node.argument)) return Object.freeze({ from: node.function, name: node.argument });
  return report(place, valueProblems.malformedText({ field: place.name, found: call, expected }), node.span);
}
