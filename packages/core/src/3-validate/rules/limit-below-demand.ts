import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { limitsTo } from "../limits.ts";
import { perSecond } from "../instances.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/**
 * A path must admit what is demanded of it: the limit of all clients together, of the component and of every gateway
 * before it, is at least `min_throughput`. A limit per instance counts once for each instance.
 */
export const limitBelowDemand = rule("limit-below-demand", "benchmark", ({ constraints }, component, model) => {
  const demand = constraints?.minThroughput && perSecond(constraints.minThroughput);
  if (!constraints || demand === undefined) return;
  return limitsTo(component, model).flatMap(({ limiting, per, instances }) => {
    const each = perSecond(limiting.requestsPerSecond);
    const limit = per === "instance" ? each * instances : each;
    if (per === "client" || limit >= demand) return [];
    const related = [{ message: phrases.theLimit(), span: spanOf(limiting, "requestsPerSecond") }];
    const needed = per === "instance" ? Math.ceil(demand / instances) : demand;
    return [
      ruleProblems.limitBelowDemand({ demand, limit, needed }).at(spanOf(constraints, "minThroughput"), { related }),
    ];
  });
});
