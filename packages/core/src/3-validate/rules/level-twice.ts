import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { levelsOf } from "../../2-normalize/levels.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A protection stands at one level. */
export const levelTwice = rule("level-twice", "multi_level_fault_tolerance", (_, component) => {
  const all = levelsOf(component);
  return all.flatMap(({ said }, place) => {
    const first = all.slice(0, place).find((one) => one.said.pattern === said.pattern);
    if (!first) return [];
    return [kindProblems.levelTwice({ pattern: said.pattern, first: first.name }).at(spanOf(said, "pattern"))];
  });
});
