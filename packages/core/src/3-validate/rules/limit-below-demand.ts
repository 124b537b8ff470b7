import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { edgesTo, componentOf, facet } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** A path must admit what is demanded of it: rate limit >= min_throughput, of the component and of every gateway before it. */
export const limitBelowDemand = rule("limit-below-demand", "benchmark", ({ constraints }, component, model) => {
  const demand = constraints?.minThroughput;
  if (!constraints || !demand) return;
  const gateways = edgesTo(model, component.name).flatMap((edge) =>
    edge.caller === undefined ? [] : (componentOf(model, edge.caller) ?? []),
  );
  return [component, ...gateways].flatMap((one) => {
    const limiting = facet(one, "load_balancer")?.rateLimiting;
    if (!limiting?.enabled || limiting.per === "client") return [];
    const perSecond = (rate: { readonly count: number; readonly per: number }): number =>
      (rate.count * 1_000_000) / rate.per;
    const limit = perSecond(limiting.requestsPerSecond);
    if (limit >= perSecond(demand)) return [];
    const related = [{ message: "the limit", span: spanOf(limiting, "requestsPerSecond") }];
    return [
      ruleProblems
        .limitBelowDemand({ demand: perSecond(demand), limit })
        .at(spanOf(constraints, "minThroughput"), { related }),
    ];
  });
});
