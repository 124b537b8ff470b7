import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, rateOf, shownRate } from "../exact.ts";
import { hangsFor } from "../hanging.ts";
import { instancesOf } from "../instances.ts";
import { demandOf } from "../shedding.ts";
import { rule } from "../rule.ts";

/**
 * Calls that hang must not take every place for ever: λ / n <= C / T, T the time that such a call keeps its place,
 * or a breaker opens and sets the places free.
 */
export const hangFillsBulkhead = rule("hang-fills-bulkhead", "fault_tolerance", (block, component) => {
  const { bulkhead } = block;
  const held = hangsFor(component.policy);
  if (!bulkhead || component.policy.breaker || held === undefined) return;
  const demand = demandOf(component);
  const instances = Math.max(1, instancesOf(component) ?? 1);
  const places = bulkhead.maxConcurrentCalls;
  const served = exact(places).div(held);
  const span = spanOf(bulkhead, "maxConcurrentCalls");
  if (!demand) {
    if (!isDescribed(block, component)) return;
    const law = `\`load\` <= ${shownRate(served.mul(instances))}`;
    return conditional("hang-fills-bulkhead", law, "`load`", span);
  }
  const each = rateOf(demand).div(instances);
  if (each.lte(served)) return;
  const params = {
    places,
    held: printDuration(held),
    served: shownRate(served),
    demand: shownRate(each),
    refused: shownRate(each.sub(served)),
    needed: Number(each.mul(held).ceil()),
  };
  return loadProblems.hangFillsBulkhead(params).at(span);
});
