import type { BlockKinds } from "../../blocks/index.gen.ts";
import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { levelsOf } from "../../2-normalize/levels.ts";
import { componentOf, facet, type Component } from "../../2-normalize/model.ts";
import { originOf } from "../../2-normalize/origin.ts";
import { contradictions, type Contradiction } from "../contradictions.ts";
import { blockRule } from "../rule.ts";

/** A block that refines another of its component inherits what it leaves out, and says nothing else than that one says. */
export const saidDifferently = blockRule("said-differently", (block, model) => {
  const component = componentOf(model, block.name);
  if (!component) return;
  const found =
    block.kind === "multi_level_fault_tolerance"
      ? levelsOf(component).flatMap(({ said, inherited }) => (inherited ? contradictions(said, inherited) : []))
      : block.kind === "adaptive_load_balancer"
        ? ofBalancers(block as Adaptive, component)
        : [];
  return found.map(({ here, there }) => {
    const field = here.path.slice(here.path.lastIndexOf(".") + 1);
    return kindProblems.saidDifferently({ field, other: there.path }).at(here.span);
  });
});

type Adaptive = BlockKinds["adaptive_load_balancer"];

/** The strategy of an engine that cannot change it is the first of the strategies. */
function ofBalancers(adaptive: Adaptive, component: Component): readonly Contradiction[] {
  const plain = facet(component, "load_balancer");
  if (!plain) return [];
  const first = originOf(adaptive.strategies, "0");
  const strategy = originOf(plain, "strategy");
  const differs = adaptive.strategies[0] !== plain.strategy;
  return [
    ...(differs && first?.kind === "written" && strategy?.kind === "written" ? [{ here: first, there: strategy }] : []),
    ...contradictions(adaptive, plain),
  ];
}
