import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { limitsTo } from "../limits.ts";
import { perSecond } from "../instances.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A benchmark from one address can only show what one client is admitted: a limit per client is at least `min_throughput`. */
export const limitBelowBenchmark = rule("limit-below-benchmark", "benchmark", ({ constraints }, component, model) => {
  const demand = constraints?.minThroughput && perSecond(constraints.minThroughput);
  if (!constraints || demand === undefined) return;
  return limitsTo(component, model).flatMap(({ limiting, per }) => {
    const limit = perSecond(limiting.requestsPerSecond);
    if (per !== "client" || limit >= demand) return [];
    const related = [{ message: phrases.theLimit(), span: spanOf(limiting, "requestsPerSecond") }];
    const params = { demand, limit, clients: Math.ceil(demand / limit) };
    return [ruleProblems.limitBelowBenchmark(params).at(spanOf(constraints, "minThroughput"), { related })];
  });
});
