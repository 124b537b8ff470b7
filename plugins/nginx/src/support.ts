import type { Possible, Support } from "@dpm/core";

const exact: Possible = ["exact"];
const byDefault: Possible = ["exact", "by-default"];
const ours: Possible = ["exact", "by-default", "elsewhere"];
const others: Possible = ["elsewhere", "impossible"];
const pause: Possible = ["by-default", "elsewhere", "impossible"];
const stoodInFor: Possible = ["exact", "approximated", "by-default", "impossible"];
const onlyPlus: Possible = ["exact", "by-default", "impossible"];

/** What may become of each field, and from which nginx on. */
export const support: Support = {
  load_balancer: {
    layer: "gateway",
    fields: {
      strategy: ["exact", "by-default", "approximated"],
      hashKey: ["exact", "impossible"],
      hashHeader: ["exact", "impossible"],
      servers: {
        host: exact,
        port: exact,
        weight: exact,
        backup: ["exact", "by-default", "impossible"],
      },
      healthCheck: {
        enabled: stoodInFor,
        interval: stoodInFor,
        timeout: ["by-default", "impossible"],
        path: onlyPlus,
        expectedStatus: onlyPlus,
      },
      sessionAffinity: {
        enabled: ["exact", "by-default", "approximated"],
        cookieName: { verdicts: ["exact", "approximated", "by-default"], since: { exact: "1.29.6" } },
        ttl: { verdicts: ["exact", "approximated", "by-default", "impossible"], since: { exact: "1.29.6" } },
      },
      rateLimiting: {
        enabled: byDefault,
        requestsPerSecond: ["exact", "approximated", "by-default"],
        burstSize: byDefault,
        per: ["exact", "approximated", "by-default"],
      },
      failover: { enabled: ["exact", "approximated"], maxServers: ["exact", "approximated"] },
      ejection: {
        enabled: exact,
        failures: ["exact", "approximated"],
        window: ["exact", "approximated"],
        duration: ["exact", "approximated"],
      },
      listen: exact,
      calls: ["exact", "approximated"],
    },
  },
  fault_tolerance: {
    layer: "gateway",
    concerns: ["retry", "fallback"],
    fields: {
      retry: {
        maxAttempts: ["exact", "approximated", "elsewhere"],
        backoff: pause,
        initialDelay: pause,
        maxDelay: pause,
        multiplier: pause,
        on: ["exact", "by-default", "approximated", "elsewhere"],
      },
      timeout: {
        total: ["approximated"],
        perAttempt: ["approximated", "elsewhere"],
        connect: ["exact", "approximated"],
      },
      circuitBreaker: others,
      fallback: {
        strategy: ["exact", "by-default", "approximated", "elsewhere"],
        cacheTtl: ["approximated", "by-default", "elsewhere"],
        defaultResponse: ["exact", "by-default", "elsewhere"],
        empty: ["exact", "approximated", "by-default", "elsewhere"],
      },
      bulkhead: others,
      idempotent: ours,
      owners: ["by-default"],
      calls: ["by-default"],
    },
  },
};
