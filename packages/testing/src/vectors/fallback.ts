import type { Vector } from "./vector.ts";

function model(fallback: string, more = ""): string {
  return `fault_tolerance Probe {\n  retry: { max_attempts: 1 }\n  fallback: ${fallback}\n${more && `  ${more}\n`}}\n`;
}

/** What is answered when the call has failed for good. */
export const fallbackVectors: readonly Vector[] = [
  {
    name: "a written answer takes the place of a failed call",
    dpm: model('{ default_response: { status: "later" } }'),
    component: "Probe",
    backend: { script: [{ outcome: "error" }] },
    expected: { backendCalls: 1, answers: ["fallback"], answeredBy: ["default_response"] },
  },
  {
    name: "an empty answer takes the place of a failed call",
    dpm: model('"returnEmpty"'),
    component: "Probe",
    backend: { script: [{ outcome: "refuse" }] },
    expected: { backendCalls: 1, answers: ["fallback"], answeredBy: ["empty"] },
  },
  {
    name: "without a good answer before and without a written one the original error is the answer",
    dpm: model('{ strategy: "useCache", cache_ttl: "5m" }'),
    component: "Probe",
    backend: { script: [{ outcome: "error" }] },
    expected: { backendCalls: 1, answers: ["error"] },
  },
  {
    name: "a cached answer that is older than its time to live is not served",
    dpm: model('{ strategy: "useCache", cache_ttl: "1s" }'),
    component: "Probe",
    backend: { script: [{ outcome: "ok" }, { outcome: "error" }] },
    requests: 3,
    gap: "600ms",
    expected: { backendCalls: 3, answers: ["ok", "fallback", "error"], answeredBy: [null, "cache", null] },
  },
  {
    name: "a fallback answer is not taken for a good one later",
    dpm: model('{ strategy: "useCache", cache_ttl: "1s", default_response: { status: "later" } }'),
    component: "Probe",
    backend: { script: [{ outcome: "ok" }, { outcome: "error" }] },
    requests: 4,
    gap: "600ms",
    expected: { backendCalls: 4, answeredBy: [null, "cache", "default_response", "default_response"] },
  },
  {
    name: "the fallback answers for an open breaker too",
    dpm: model('"returnEmpty"', 'circuit_breaker: { failure_threshold: 1, reset_timeout: "30s" }'),
    component: "Probe",
    backend: { script: [{ outcome: "error" }] },
    requests: 3,
    expected: {
      backendCalls: 1,
      cumulative: [1, 1, 1],
      answers: ["fallback", "fallback", "fallback"],
      breaker: ["open", "open", "open"],
    },
  },
];
