import type { Diagnostic, Phrase } from "../../diagnostics/diagnostic.ts";
import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { namesMeant, type Model } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { patternsOf, type Pattern } from "../patterns.ts";
import { blocksOf, type Rule } from "../rule.ts";

/** These describe a whole system: their patterns are those of its services. */
const systems: readonly string[] = ["microservice_pattern", "event_driven_pattern"];

/** A pattern that a block names must be there: the component, or the one that is named with it, has a block of that kind. */
export const patternNotDefined: Rule = {
  name: "pattern-not-defined",
  check: (model, kinds) => {
    const asking = blocksOf(model).filter((block) => !systems.includes(block.kind) && patternsOf(block).length > 0);
    if (asking.length === 0) return [];
    const known = indexBlocks(model);
    return asking.flatMap((block) =>
      patternsOf(block)
        .filter((one) => kinds.has(one.pattern))
        .flatMap((one) => missing(one, block.name, known)),
    );
  },
};

interface Known {
  readonly model: Model;
  /** The components that have a block of a kind. */
  readonly having: ReadonlyMap<string, ReadonlySet<string>>;
}

function indexBlocks(model: Model): Known {
  const facets = model.components.flatMap((one) => one.facets);
  const groups = [...Map.groupBy(facets, (facet) => facet.kind)];
  return {
    model,
    having: new Map(groups.map(([kind, blocks]) => [kind, new Set(blocks.map((block) => block.name))])),
  };
}

function missing(one: Pattern, own: string, { model, having }: Known): readonly Diagnostic[] {
  const { pattern, of: whose } = one;
  const meant = whose === undefined ? [own] : namesMeant(model, whose);
  const all = having.get(pattern) ?? new Set();
  if (meant.some((name) => all.has(name))) return [];
  const name = meant[0] ?? whose ?? own;
  const help = advice(`${pattern} ${name}`, pattern, [...all]);
  return [ruleProblems.patternNotDefined({ pattern, name }).at(spanOf(one, "pattern"), { help })];
}

function advice(block: string, pattern: string, others: readonly string[]): Phrase {
  if (others.length === 0) return rulePhrases.declareOrRemove({ block });
  const choices = others.slice(0, 3).map((other) => `\`"${pattern} = ${other}"\``);
  if (others.length <= 3) return rulePhrases.declareOrSay({ block, choices });
  return rulePhrases.declareOrSayMore({ block, choices, more: others.length - 3 });
}
