import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { rateOf, shownRate } from "../exact.ts";
import { rule } from "../rule.ts";

/** What is behind a cache must survive its being empty: λ <= μ, or questions for one key are asked as one. */
export const coldCache = rule("cold-cache", "distributed_cache", (block) => {
  const { load, sourceCapacity: capacity, coalesce } = block;
  if (coalesce === true || (!load && !capacity)) return;
  const span = keySpanOf(block, "load");
  if (!load || !capacity) {
    const missing = [...(load ? [] : ["`load`"]), ...(capacity ? [] : ["`source_capacity`"])];
    return conditional("cold-cache", "`load` <= `source_capacity`", missing.join(", "), span);
  }
  if (rateOf(load).lte(rateOf(capacity))) return;
  const params = { load: shownRate(rateOf(load)), capacity: shownRate(rateOf(capacity)) };
  return loadProblems.coldCache(params).at(span);
});
