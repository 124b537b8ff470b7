import type { Vector, VectorLayer, VectorOutcome } from "./vector.ts";

const error: VectorOutcome = { outcome: "error" };
const ok: VectorOutcome = { outcome: "ok" };
const refuse: VectorOutcome = { outcome: "refuse" };
const [a, b, c] = ["10.0.0.1:8080", "10.0.0.2:8080", "10.0.0.3:8080"] as const;

/** A gateway in front of Shop; `weights` also says how many servers there are. */
function model(more: string, weights: readonly number[] = [1, 1, 1]): string {
  const servers = weights.map((weight, index) => `    { host: "10.0.0.${index + 1}", port: 8080, weight: ${weight} }`);
  return `load_balancer Gateway {
  calls: [Shop]
  servers: [
${servers.join(",\n")}
  ]
  ${more}
}

fault_tolerance Shop {
  retry: { max_attempts: 3, backoff: "none" }
  timeout: "2s"
}
`;
}

const noEjection = "ejection: { enabled: false }";
const owner: readonly VectorLayer[] = [{ layer: "gateway", does: ["retry"] }];
const passer: readonly VectorLayer[] = [{ layer: "gateway", does: [] }];
const shop = { component: "Shop" };

/** What a gateway does with its servers, as the owner of retries and as one that only passes requests on. */
export const gatewayVectors: readonly Vector[] = [
  {
    ...shop,
    name: "eight requests are spread by weight: 2, 2 and 4",
    dpm: model(noEjection, [1, 1, 2]),
    layers: passer,
    backend: { script: [ok] },
    requests: 8,
    expected: { backendCalls: 8, answered: { ok: 8 }, seenBy: { [a]: 2, [b]: 2, [c]: 4 } },
  },
  {
    ...shop,
    name: "a gateway that owns retries sends a GET that fails to as many servers as there are attempts",
    dpm: model(noEjection),
    layers: owner,
    backend: { script: [error] },
    requests: 2,
    expected: { backendCalls: 6, cumulative: [3, 6], answers: ["error", "error"], seenBy: { [a]: 2, [b]: 2, [c]: 2 } },
  },
  {
    ...shop,
    name: "a gateway that owns retries sends a POST that may have been served once",
    dpm: model(noEjection),
    layers: owner,
    backend: { script: [error] },
    requests: 3,
    idempotent: false,
    expected: { backendCalls: 3, cumulative: [1, 2, 3], answers: ["error", "error", "error"] },
  },
  {
    ...shop,
    name: "a gateway that owns retries tries no server twice: two servers, two calls of three",
    dpm: model(noEjection, [1, 1]),
    layers: owner,
    backend: { script: [error] },
    expected: { backendCalls: 2, answers: ["error"], seenBy: { [a]: 1, [b]: 1 } },
  },
  {
    ...shop,
    name: "a gateway that does not own retries does not replay what failed",
    dpm: model(noEjection),
    layers: passer,
    backend: { script: [error] },
    requests: 3,
    expected: { backendCalls: 3, cumulative: [1, 2, 3], answers: ["error", "error", "error"] },
  },
  {
    ...shop,
    name: "a gateway that does not own retries still fails over when a server is down, for a POST as well",
    dpm: model(noEjection, [1, 1]),
    layers: passer,
    backend: { hosts: { [a]: [refuse], [b]: [ok] } },
    requests: 4,
    idempotent: false,
    expected: { backendCalls: 6, answered: { ok: 4 }, seenBy: { [a]: 2, [b]: 4 } },
  },
  {
    ...shop,
    name: "a gateway whose retry is a single attempt fails over all the same when a server is down",
    dpm: model(noEjection, [1, 1]).replace("max_attempts: 3", "max_attempts: 1"),
    layers: owner,
    backend: { hosts: { [a]: [refuse], [b]: [ok] } },
    requests: 4,
    expected: { backendCalls: 6, answered: { ok: 4 }, seenBy: { [a]: 2, [b]: 4 } },
  },
  {
    ...shop,
    name: "a gateway whose retry is a single attempt does not replay what failed",
    dpm: model(noEjection).replace("max_attempts: 3", "max_attempts: 1"),
    layers: owner,
    backend: { script: [error] },
    requests: 3,
    expected: { backendCalls: 3, cumulative: [1, 2, 3], answers: ["error", "error", "error"] },
  },
  {
    ...shop,
    name: "a server that failed three times is left out for a while",
    dpm: model('ejection: { failures: 3, window: "10s", duration: "10s" }', [1, 1]),
    layers: owner,
    backend: { hosts: { [a]: [error], [b]: [ok] } },
    requests: 20,
    expected: { backendCalls: 23, answered: { ok: 20 }, seenBy: { [a]: 3, [b]: 20 } },
  },
  {
    ...shop,
    name: "a limit admits one and the burst at once and rejects the rest",
    dpm: model(`${noEjection}\n  rate_limiting: { rate: "1/m", burst_size: 2 }`),
    layers: passer,
    backend: { script: [ok] },
    requests: 6,
    expected: {
      backendCalls: 3,
      cumulative: [1, 2, 3, 3, 3, 3],
      answers: ["ok", "ok", "ok", "error", "error", "error"],
    },
  },
  {
    ...shop,
    name: "a gateway that does not own retries does not replay a hang",
    dpm: model(noEjection),
    layers: passer,
    backend: { script: [{ outcome: "hang" }] },
    expected: { backendCalls: 1, answers: ["error"], longest: "2s" },
  },
  {
    ...shop,
    name: "a gateway that owns the fallback answers in place of a service that fails",
    dpm: model(noEjection).replace("retry:", 'fallback: { default_response: { status: "later" } }\n  retry:'),
    layers: [{ layer: "gateway", does: ["retry", "fallback"] }],
    backend: { script: [error] },
    expected: { backendCalls: 3, answers: ["fallback"], answeredBy: ["default_response"] },
  },
  {
    ...shop,
    name: "with retries owned in the process a gateway in front does not multiply them: the backend sees exactly `max_attempts` calls",
    dpm: model(noEjection),
    layers: [...passer, { layer: "in_process", does: ["retry"] }],
    backend: { script: [error] },
    requests: 2,
    expected: { backendCalls: 6, cumulative: [3, 6], answers: ["error", "error"] },
  },
  {
    ...shop,
    name: "with retries in both layers the backend sees nine calls for one request: what owners prevent",
    dpm: model(noEjection),
    layers: [...owner, { layer: "in_process", does: ["retry"] }],
    backend: { script: [error] },
    expected: { backendCalls: 9, cumulative: [9], answers: ["error"], seenBy: { [a]: 3, [b]: 3, [c]: 3 } },
  },
];
