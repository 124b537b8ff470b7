import type { Possible, Support } from "@dpm/core";

const exact: Possible = ["exact"];
const near: Possible = ["exact", "approximated", "by-default", "impossible", "elsewhere"];
const byDefault: Possible = ["exact", "by-default", "elsewhere", "impossible"];
const others: Possible = ["elsewhere", "impossible"];
const pause: Possible = ["exact", "approximated", "by-default", "elsewhere", "impossible"];
const unasked: Possible = ["by-default", "elsewhere", "impossible"];
const passive: Possible = ["approximated", "by-default", "elsewhere", "impossible"];
const since126 = { since: { exact: "1.26", approximated: "1.26", "by-default": "1.0" } } as const;

/** What may become of each field, and from which Istio on. What stands in a gateway's block is the gateway's. */
export const support: Support = {
  load_balancer: {
    layer: "mesh",
    fields: {
      strategy: ["exact", "approximated", "elsewhere", "impossible"],
      hashKey: ["exact", "approximated", "elsewhere", "impossible"],
      hashHeader: ["exact", "elsewhere", "impossible"],
      servers: {
        host: ["exact", "elsewhere", "impossible"],
        port: ["exact", "elsewhere", "impossible"],
        weight: ["exact", "elsewhere", "impossible"],
        backup: unasked,
      },
      healthCheck: {
        enabled: passive,
        interval: passive,
        timeout: unasked,
        path: unasked,
        expectedStatus: unasked,
      },
      sessionAffinity: { enabled: passive, cookieName: passive, ttl: near },
      rateLimiting: {
        enabled: byDefault,
        requestsPerSecond: near,
        burstSize: near,
        per: near,
      },
      failover: {
        enabled: ["exact", "approximated", "elsewhere", "impossible"],
        maxServers: ["exact", "approximated", "elsewhere", "impossible"],
      },
      ejection: {
        enabled: ["exact", "elsewhere", "impossible"],
        failures: passive,
        window: unasked,
        duration: passive,
      },
      listen: byDefault,
      calls: others,
    },
  },
  fault_tolerance: {
    layer: "mesh",
    concerns: ["retry", "bulkhead"],
    fields: {
      retry: {
        maxAttempts: ["exact", "by-default", "elsewhere"],
        backoff: { verdicts: passive, ...since126 },
        initialDelay: { verdicts: pause, ...since126 },
        maxDelay: unasked,
        multiplier: unasked,
        on: ["exact", "approximated", "by-default", "elsewhere"],
      },
      timeout: {
        total: ["exact", "approximated", "elsewhere"],
        perAttempt: ["exact", "approximated", "elsewhere"],
        connect: ["exact", "approximated"],
      },
      circuitBreaker: others,
      fallback: others,
      bulkhead: {
        maxConcurrentCalls: ["approximated", "elsewhere"],
        maxWaitDuration: unasked,
      },
      idempotent: ["exact", "by-default", "elsewhere"],
      owners: ["by-default"],
      calls: ["by-default"],
    },
  },
  deploy_kubernetes: { layer: "mesh", partial: true, fields: { namespace: exact } },
};
