import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A client asks again before what it knows expires: `refresh_interval` < `cache_ttl`. */
export const refreshAfterExpiry = rule("refresh-after-expiry", "service_discovery", ({ discovery }) => {
  const { refreshInterval: refresh, cacheTtl: ttl } = discovery ?? {};
  // A time of 0 is no cache.
  if (!discovery || refresh === undefined || ttl === undefined || ttl === 0 || refresh < ttl) return;
  const params = { refresh: printDuration(refresh), ttl: printDuration(ttl), longer: sourceDuration(2 * refresh) };
  return observabilityProblems.refreshAfterExpiry(params).at(spanOf(discovery, "refreshInterval"));
});
