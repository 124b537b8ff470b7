import { observabilityProblems } from "../../diagnostics/catalogue/rules-observability.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A client should forget an instance no later than the registry: `cache_ttl` <= `deregister_critical_service_after`. */
export const cacheOutlivesInstance = rule(
  "cache-outlives-instance",
  "service_discovery",
  ({ healthCheck, discovery }) => {
    const removed = healthCheck?.deregisterCriticalServiceAfter;
    const ttl = discovery?.cacheTtl;
    if (!healthCheck?.enabled || !discovery || removed === undefined || ttl === undefined || ttl <= removed) return;
    const params = {
      ttl: printDuration(ttl),
      removed: printDuration(removed),
      worst: printDuration(healthCheck.interval + healthCheck.timeout + ttl),
      shorter: sourceDuration(removed),
    };
    return observabilityProblems.cacheOutlivesInstance(params).at(spanOf(discovery, "cacheTtl"));
  },
);
