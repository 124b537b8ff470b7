import type { Vector } from "./vector.ts";

function model(bulkhead: string, more = ""): string {
  return `fault_tolerance Probe {\n  bulkhead: { ${bulkhead} }\n${more && `  ${more}\n`}}\n`;
}

/** How many run at once, and who answers for those that may not. */
export const bulkheadVectors: readonly Vector[] = [
  {
    name: "without a wait whoever finds no place is rejected at once",
    dpm: model('max_concurrent_calls: 2, max_wait_duration: "0s"'),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "200ms" }] },
    callers: 5,
    requests: 5,
    expected: { backendCalls: 2, answered: { ok: 2, error: 3 }, longest: "200ms" },
  },
  {
    name: "with a wait the calls take turns",
    dpm: model('max_concurrent_calls: 2, max_wait_duration: "1s"'),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "200ms" }] },
    callers: 6,
    requests: 6,
    expected: { backendCalls: 6, answered: { ok: 6 }, longest: "600ms" },
  },
  {
    name: "a place is held through the pauses between the attempts of a call",
    dpm: model(
      'max_concurrent_calls: 1, max_wait_duration: "300ms"',
      'retry: { max_attempts: 2, backoff: "fixed", initial_delay: "600ms", max_delay: "1s" }',
    ),
    component: "Probe",
    backend: { script: [{ outcome: "error" }, { outcome: "ok" }] },
    callers: 2,
    requests: 2,
    expected: { backendCalls: 2, answers: ["ok", "error"], takes: ["600ms", "300ms"] },
  },
  {
    name: "waiting for a place counts against the total deadline",
    dpm: model('max_concurrent_calls: 1, max_wait_duration: "2s"', 'timeout: "500ms"\n  retry: { max_attempts: 1 }'),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "400ms" }] },
    callers: 2,
    requests: 2,
    expected: { backendCalls: 2, answers: ["ok", "error"], takes: ["400ms", "500ms"] },
  },
  {
    name: "rejections by the bulkhead never reach the breaker",
    dpm: model(
      'max_concurrent_calls: 1, max_wait_duration: "0s"',
      'retry: { max_attempts: 3 }\n  circuit_breaker: { failure_threshold: 2, minimum_request_count: 2, sliding_window: "10s", reset_timeout: "30s" }',
    ),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "200ms" }] },
    callers: 10,
    requests: 10,
    expected: { backendCalls: 1, answered: { ok: 1, error: 9 }, opensAtCall: 0, finally: "closed" },
  },
  {
    name: "a hanging call gives its place back when its deadline has cut it off",
    dpm: model('max_concurrent_calls: 1, max_wait_duration: "0s"', 'timeout: "200ms"\n  retry: { max_attempts: 1 }'),
    component: "Probe",
    backend: { script: [{ outcome: "hang" }, { outcome: "ok" }] },
    requests: 2,
    gap: "100ms",
    expected: { backendCalls: 2, answers: ["error", "ok"], takes: ["200ms", "0ms"] },
  },
];
