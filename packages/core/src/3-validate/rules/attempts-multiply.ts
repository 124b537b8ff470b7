import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { componentOf, edgesTo, facet, type Component, type Model } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { alwaysAnswers, freeAttempts } from "../shedding.ts";
import { rule } from "../rule.ts";

interface Step {
  readonly name: string;
  readonly attempts: number;
}

/**
 * Attempts multiply along a path of calls: Π N_i <= 3 where more than one of its edges retries.
 * A callee whose fallback always answers hides its failure from whoever retries further out.
 */
export const attemptsMultiply = rule("attempts-multiply", "fault_tolerance", ({ retry }, component, model) => {
  const [own, ...outer] = worstWay(component, model, []);
  if (!retry || !own || own.attempts < 2 || outer.length === 0) return;
  const steps = [...outer].reverse().concat(own);
  const params = {
    name: component.name,
    all: steps.reduce((product, one) => product * one.attempts, 1),
    factors: steps.map((one) => `\`${one.name}\` × ${one.attempts}`),
  };
  return loadProblems.attemptsMultiply(params).at(spanOf(retry, "maxAttempts"));
});

/** The edges that retry on the way with the most attempts, the last one first. */
function worstWay(component: Component, model: Model, seen: readonly string[]): readonly Step[] {
  const attempts = freeAttempts(facet(component, "fault_tolerance"));
  const own = attempts > 1 ? [{ name: component.name, attempts }] : [];
  if (alwaysAnswers(component.policy) || seen.includes(component.name)) return own;
  const callers = edgesTo(model, component.name).flatMap(({ caller }) =>
    caller === undefined ? [] : (componentOf(model, caller) ?? []),
  );
  const ways = callers
    .filter((caller) => ![...seen, component.name].includes(caller.name))
    .map((caller) => worstWay(caller, model, [...seen, component.name]));
  const product = (way: readonly Step[]): number => way.reduce((all, one) => all * one.attempts, 1);
  const worst = ways.reduce<readonly Step[]>((best, way) => (product(way) > product(best) ? way : best), []);
  return own.length === 0 && seen.length === 0 ? [] : [...own, ...worst];
}
