import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { componentOf, edgesFrom, facet, type Component, type Model } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, rateOf, shownNumber, shownRate } from "../exact.ts";
import { sum } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * The servers that are left must carry the calls of one that failed: ρ / (1 - w) < 1, ρ = `load` / `capacity`,
 * w the heaviest server's share of the weights; of n equal servers ρ · n / (n - 1) < 1.
 */
export const survivorsOverloaded = rule("survivors-overloaded", "load_balancer", (block, component, model) => {
  const { servers = [] } = block;
  const served = servedBy(component, model);
  if (servers.length < 2 || servers.some((one) => one.backup) || !served) return;
  const weights = servers.map((one) => one.weight);
  const left = exact(1).sub(exact(Math.max(...weights)).div(sum(weights)));
  const protection = facet(served, "fault_tolerance");
  if (!protection) return;
  const { load, capacity } = protection;
  const span = spanOf(block, "servers");
  if (!load || !capacity) {
    if (!isDescribed(protection, served)) return;
    const [law, input] = capacity
      ? [`\`load\` < ${shownRate(rateOf(capacity).mul(left))}`, "`load`"]
      : load
        ? [`\`capacity\` > ${shownRate(rateOf(load).div(left))}`, "`capacity`"]
        : [`\`load\` < ${shownNumber(left)} × \`capacity\``, "`load`, `capacity`"];
    return conditional("survivors-overloaded", law, input, span);
  }
  const rest = rateOf(capacity).mul(left);
  if (rateOf(load).lt(rest)) return;
  const params = {
    name: served.name,
    load: shownRate(rateOf(load)),
    rest: shownRate(rest),
    needed: shownRate(rateOf(load).div(left)),
  };
  return loadProblems.survivorsOverloaded(params).at(span);
});

/** Whose servers they are: the only callee's, or the component's own; of several callees nobody knows the shares. */
function servedBy(component: Component, model: Model): Component | undefined {
  const [first, ...others] = edgesFrom(model, component.name);
  if (!first) return component;
  return others.length === 0 ? componentOf(model, first.callee) : undefined;
}
