import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { timePhrases, timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { componentOf, edgesFrom, facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { longestAttempt, worstCaseOf } from "../../2-normalize/worst-case.ts";
import { rule } from "../rule.ts";

/**
 * A call that another call makes should end before the caller gives up: W(callee) <= T(caller), T the limit of an
 * attempt, or the total where there is none.
 * T05 of docs/rules.md.
 */
export const calleeOutlastsCaller = rule("callee-outlasts-caller", "fault_tolerance", ({ timeout }, caller, model) => {
  const limit = timeout?.perAttempt ?? timeout?.total;
  if (!timeout || limit === undefined) return;
  return edgesFrom(model, caller.name).flatMap((edge): readonly Diagnostic[] => {
    const callee = componentOf(model, edge.callee);
    const inner = callee && facet(callee, "fault_tolerance")?.timeout;
    const worst = callee && worstCaseOf(callee.policy);
    if (!inner || worst === undefined || worst <= limit) return [];
    const has = inner.total === undefined ? "perAttempt" : "total";
    const fits = has === "total" ? limit : longestAttempt(callee.policy, limit);
    const name = timeout.perAttempt === undefined ? "total" : "per_attempt";
    const params = {
      ...{ caller: caller.name, callee: edge.callee, worst: printDuration(worst), limit: printDuration(limit) },
      ...{ name, fits: sourceDuration(fits), enough: sourceDuration(worst) },
    };
    const related = [
      { message: timePhrases.callersLimit(), span: spanOf(timeout, name === "total" ? "total" : "perAttempt") },
    ];
    return [
      timeProblems.calleeOutlastsCaller(params).at(spanOf(inner, has), { related, help: fits > 0 ? has : "caller" }),
    ];
  });
});
