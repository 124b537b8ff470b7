import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { rule } from "../rule.ts";

/** A cached answer must not be older than callers bear: `cache_ttl` <= `max_staleness`. */
export const staleFallback = rule("stale-fallback", "fault_tolerance", (block, component) => {
  const { fallback, maxStaleness: most } = block;
  if (fallback?.strategy !== "use_cache") return;
  const { cacheTtl: ttl } = fallback;
  if (most === undefined) {
    if (!isDescribed(block, component)) return;
    const input = `\`max_staleness: "${sourceDuration(ttl)}"\``;
    return conditional("stale-fallback", `\`max_staleness\` >= ${printDuration(ttl)}`, input, keySpanOf(fallback));
  }
  if (ttl <= most) return;
  const params = { ttl: printDuration(ttl), most: printDuration(most) };
  return dataProblems
    .staleFallback({ ...params, shorter: sourceDuration(most) })
    .at(spanOf(fallback, "cacheTtl"), { help: most > 0 ? "shorter" : "none" });
});
