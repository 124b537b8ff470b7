import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { levelsOf } from "../../2-normalize/levels.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Level n wraps level n - 1, so that one is there: levels are numbered from 1 without a gap. */
export const levelMissing = rule("level-missing", "multi_level_fault_tolerance", ({ levels }, component) => {
  const all = levelsOf(component);
  return all.flatMap(({ name, number }) => {
    if (number === 1 || all.some((one) => one.number === number - 1)) return [];
    return [kindProblems.levelMissing({ level: name, inner: `level_${number - 1}` }).at(keySpanOf(levels, name))];
  });
});
