import type { Vector, VectorOutcome } from "./vector.ts";

function model(retry: string, more = ""): string {
  return `fault_tolerance Probe {\n  retry: { ${retry} }\n${more && `  ${more}\n`}}\n`;
}

const error: VectorOutcome = { outcome: "error" };
const hang: VectorOutcome = { outcome: "hang" };
const fixed = 'max_attempts: 3, backoff: "fixed", initial_delay: "100ms"';

/** What is tried again, how often and when; and the deadlines that end it. */
export const retryVectors: readonly Vector[] = [
  {
    name: "`max_attempts` counts the first call, and a fixed backoff pauses alike",
    dpm: model(fixed),
    component: "Probe",
    backend: { script: [error] },
    expected: { backendCalls: 3, answers: ["error"], takes: ["200ms"] },
  },
  {
    name: "one attempt is no retry",
    dpm: model("max_attempts: 1"),
    component: "Probe",
    backend: { script: [error] },
    expected: { backendCalls: 1, answers: ["error"], takes: ["0ms"] },
  },
  {
    name: "a linear backoff grows by its first pause: 100, 200, 300 ms",
    dpm: model('max_attempts: 4, backoff: "linear", initial_delay: "100ms"'),
    component: "Probe",
    backend: { script: [error] },
    expected: { backendCalls: 4, takes: ["600ms"] },
  },
  {
    name: "an exponential backoff never pauses longer than its maximum: 100, 200, 250, 250 ms",
    dpm: model('max_attempts: 5, backoff: "exponential", initial_delay: "100ms", multiplier: 2, max_delay: "250ms"'),
    component: "Probe",
    backend: { script: [error] },
    expected: { backendCalls: 5, takes: ["800ms"] },
  },
  {
    name: "a request that may have been served and is not idempotent is not sent again",
    dpm: model(fixed),
    component: "Probe",
    backend: { script: [error] },
    idempotent: false,
    expected: { backendCalls: 1, answers: ["error"] },
  },
  {
    name: "a request whose connection was refused was not sent, so it is tried again whatever it is",
    dpm: model(fixed),
    component: "Probe",
    backend: { script: [{ outcome: "refuse" }, { outcome: "ok" }] },
    idempotent: false,
    expected: { backendCalls: 2, answers: ["ok"] },
  },
  {
    name: "only what `on` names is tried again",
    dpm: model(`${fixed}, on: ["connect_failure"]`),
    component: "Probe",
    backend: { script: [{ outcome: "refuse" }, error, { outcome: "ok" }] },
    expected: { backendCalls: 2, answers: ["error"] },
  },
  {
    name: "a business error is neither retried nor counted nor replaced",
    dpm: model(
      fixed,
      'circuit_breaker: { failure_threshold: 2, minimum_request_count: 2, reset_timeout: "30s" }\n  fallback: "returnEmpty"',
    ),
    component: "Probe",
    backend: { script: [{ outcome: "business" }] },
    requests: 4,
    expected: {
      backendCalls: 4,
      cumulative: [1, 2, 3, 4],
      answers: ["error", "error", "error", "error"],
      finally: "closed",
    },
  },
  {
    name: "an attempt that takes too long is cut off and tried again",
    dpm: model(fixed, 'timeout: { total: "2s", per_attempt: "300ms" }'),
    component: "Probe",
    backend: { script: [hang] },
    expected: { backendCalls: 3, answers: ["error"], takes: ["1100ms"] },
  },
  {
    name: "a total deadline cuts off the running attempt, and no attempt begins after it",
    dpm: model(fixed, 'timeout: "500ms"'),
    component: "Probe",
    backend: { script: [hang] },
    requests: 2,
    expected: { backendCalls: 2, answers: ["error", "error"], takes: ["500ms", "500ms"] },
  },
  {
    name: "a pause that would outlast the total deadline lasts until it",
    dpm: model('max_attempts: 2, backoff: "fixed", initial_delay: "300ms"', 'timeout: "400ms"'),
    component: "Probe",
    backend: { script: [{ outcome: "error", after: "200ms" }] },
    expected: { backendCalls: 1, answers: ["error"], takes: ["400ms"] },
  },
  {
    name: "a slow answer within the deadline is an answer",
    dpm: model(fixed, 'timeout: { total: "2s", per_attempt: "500ms" }'),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "300ms" }] },
    expected: { backendCalls: 1, answers: ["ok"], takes: ["300ms"] },
  },
];
