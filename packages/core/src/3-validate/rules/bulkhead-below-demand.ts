import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, rateOf, shownNumber, shownRate } from "../exact.ts";
import { instancesOf } from "../instances.ts";
import { demandOf } from "../shedding.ts";
import { rule } from "../rule.ts";

/**
 * The bulkhead must hold what is under way while all is well: λ / n · L <= C (Little), λ the `load` or the throughput
 * that is asked for, n the processes, L the `latency.p50`, C the places.
 */
export const bulkheadBelowDemand = rule("bulkhead-below-demand", "fault_tolerance", (block, component) => {
  const { bulkhead, latency } = block;
  if (!bulkhead) return;
  const demand = demandOf(component);
  const instances = Math.max(1, instancesOf(component) ?? 1);
  const places = exact(bulkhead.maxConcurrentCalls).mul(instances);
  const half = latency?.p50;
  const span = spanOf(bulkhead, "maxConcurrentCalls");
  if (!demand) {
    if (!isDescribed(block, component)) return;
    const [law, input] = half
      ? [`\`load\` <= ${shownRate(places.div(half))}`, "`load`"]
      : [`\`load\` × \`latency.p50\` <= ${shownNumber(places)}`, "`load`, `latency`"];
    return conditional("bulkhead-below-demand", law, input, span);
  }
  if (half === undefined) {
    // Half of the answers come before the others do.
    const bound = latency?.p95 ?? latency?.p99;
    if (bound !== undefined && rateOf(demand).mul(bound).lte(places)) return;
    const most = Number(places.div(rateOf(demand)).floor());
    const input = `\`latency: { p50: ${sourceDuration(most)} }\``;
    return conditional("bulkhead-below-demand", `\`latency.p50\` <= ${printDuration(most)}`, input, span);
  }
  const under = rateOf(demand).mul(half).div(instances);
  if (under.lte(bulkhead.maxConcurrentCalls)) return;
  const params = {
    demand: shownRate(rateOf(demand).div(instances)),
    latency: printDuration(half),
    under: shownNumber(under),
    places: bulkhead.maxConcurrentCalls,
    needed: Number(under.ceil()),
  };
  return loadProblems.bulkheadBelowDemand(params).at(span);
});
