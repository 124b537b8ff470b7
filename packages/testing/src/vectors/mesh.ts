import type { Vector, VectorLayer } from "./vector.ts";

/** A service of the mesh; its servers are named as a gateway's are. */
function model(policy: string): string {
  return `load_balancer Shop {
  servers: [{ host: "10.0.0.1", port: 8080 }]
  ejection: { enabled: false }
}

fault_tolerance Shop {
  ${policy}
}
`;
}

const retry = 'retry: { max_attempts: 3, backoff: "none" }';
const owner: readonly VectorLayer[] = [{ layer: "mesh", does: ["retry", "bulkhead"] }];
const passer: readonly VectorLayer[] = [{ layer: "mesh", does: [] }];
const shop = { component: "Shop" };

/** What a proxy does on the way to a service, as the owner of retries and as one that only passes requests on. */
export const meshVectors: readonly Vector[] = [
  {
    ...shop,
    name: "a mesh that owns retries tries a request that always fails as often as `max_attempts` says",
    dpm: model(`${retry}\n  timeout: "20s"`),
    layers: owner,
    backend: { script: [{ outcome: "error" }] },
    requests: 3,
    expected: { backendCalls: 9, cumulative: [3, 6, 9], answers: ["error", "error", "error"] },
  },
  {
    ...shop,
    name: "a mesh that owns retries ends with the first answer that is none of those it tries again",
    dpm: model(`${retry}\n  timeout: "20s"`),
    layers: owner,
    backend: { script: [{ outcome: "error" }, { outcome: "ok" }, { outcome: "error" }, { outcome: "business" }] },
    requests: 2,
    expected: { backendCalls: 4, cumulative: [2, 4], answers: ["ok", "error"] },
  },
  {
    ...shop,
    name: "a mesh that owns retries sends a POST that may have been served once",
    dpm: model(`${retry}\n  timeout: "20s"`),
    layers: owner,
    backend: { script: [{ outcome: "error" }] },
    requests: 2,
    idempotent: false,
    expected: { backendCalls: 2, cumulative: [1, 2], answers: ["error", "error"] },
  },
  {
    ...shop,
    name: "a mesh that owns retries with one attempt makes one call",
    dpm: model('retry: { max_attempts: 1 }\n  timeout: "20s"'),
    layers: owner,
    backend: { script: [{ outcome: "error" }] },
    expected: { backendCalls: 1, answers: ["error"] },
  },
  {
    ...shop,
    name: "each attempt in a mesh has its own limit, and one that hangs is tried again",
    dpm: model(`${retry}\n  timeout: { total: "20s", per_attempt: "300ms" }`),
    layers: owner,
    backend: { script: [{ outcome: "hang" }] },
    expected: { backendCalls: 3, answers: ["error"], takes: ["900ms"] },
  },
  {
    ...shop,
    name: "no attempt in a mesh outlasts the total",
    dpm: model(`${retry}\n  timeout: { total: "1s", per_attempt: "400ms" }`),
    layers: owner,
    backend: { script: [{ outcome: "hang" }] },
    expected: { backendCalls: 3, answers: ["error"], takes: ["1s"] },
  },
  {
    ...shop,
    name: "calls above the bulkhead of a mesh are rejected at once and tried no further",
    dpm: model(`${retry}\n  timeout: "20s"\n  bulkhead: { max_concurrent_calls: 3, max_wait_duration: "0s" }`),
    layers: owner,
    backend: { script: [{ outcome: "ok", after: "1500ms" }] },
    callers: 8,
    requests: 8,
    expected: { backendCalls: 3, answered: { ok: 3, error: 5 }, longest: "1500ms" },
  },
  {
    ...shop,
    name: "a mesh that does not own retries does not replay what failed",
    dpm: model(`${retry}\n  timeout: "2s"`),
    layers: passer,
    backend: { script: [{ outcome: "error" }] },
    requests: 3,
    expected: { backendCalls: 3, cumulative: [1, 2, 3], answers: ["error", "error", "error"] },
  },
  {
    ...shop,
    name: "a mesh that does not own retries does not replay a hang",
    dpm: model(`${retry}\n  timeout: { total: "4s", per_attempt: "600ms" }`),
    layers: passer,
    backend: { script: [{ outcome: "hang" }] },
    expected: { backendCalls: 1, answers: ["error"] },
  },
  ...[
    { who: "the process", does: "in_process" },
    { who: "the mesh", does: "mesh" },
    { who: "the gateway", does: "gateway" },
  ].map(({ who, does }): Vector => ({
    ...shop,
    name: `with three layers of which ${who} owns the retries the backend sees exactly \`max_attempts\` calls`,
    dpm: model(`${retry}\n  timeout: "20s"`),
    layers: (["gateway", "mesh", "in_process"] as const).map((layer) => ({
      layer,
      does: layer === does ? (["retry"] as const) : [],
    })),
    backend: { script: [{ outcome: "error" }] },
    requests: 2,
    expected: { backendCalls: 6, cumulative: [3, 6], answers: ["error", "error"] },
  })),
  {
    ...shop,
    name: "with retries in three layers the backend sees twenty-seven calls for one request: what owners prevent",
    dpm: model(`${retry}\n  timeout: "20s"`),
    layers: (["gateway", "mesh", "in_process"] as const).map((layer) => ({ layer, does: ["retry"] as const })),
    backend: { script: [{ outcome: "error" }] },
    expected: { backendCalls: 27, answers: ["error"] },
  },
];
