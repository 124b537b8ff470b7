import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { parseCondition } from "../../2-normalize/condition.ts";
import { partOf } from "../alert-conditions.ts";
import { rule } from "../rule.ts";

/** A condition is one or more comparisons, joined by `and` and `or`. */
export const badCondition = rule("bad-condition", "alerts", ({ rules }) =>
  Object.entries(rules).flatMap(([alert, one]) => {
    const read = parseCondition(one.condition);
    return "wrong" in read ? [kindProblems.badCondition({ alert }).at(partOf(one, read.wrong, 1))] : [];
  }),
);
