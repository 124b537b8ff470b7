import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { faultTolerance } from "../../blocks/fault_tolerance.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import type { Placement } from "../../diagnostics/define.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { patternsOf, type Pattern } from "../patterns.ts";
import { blockRule } from "../rule.ts";

/** What stands in `patterns` should be a block kind: nothing is made of any other name. */
export const unknownPattern = blockRule("unknown-pattern", (block, _, kinds) =>
  patternsOf(block)
    .filter(({ pattern }) => !kinds.has(pattern))
    .map((one) => ruleProblems.unknownPattern({ pattern: one.pattern }).at(spanOf(one, "pattern"), advice(one, kinds))),
);

function advice({ pattern }: Pattern, kinds: ReadonlySet<string>): Placement {
  const near = Object.hasOwn(faultTolerance.body.fields, pattern) ? faultTolerance.kind : suggest(pattern, kinds);
  return near === undefined ? {} : { label: phrases.didYouMean({ near }), help: phrases.writeQuoted({ text: near }) };
}
