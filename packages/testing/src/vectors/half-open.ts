import type { Vector, VectorOutcome } from "./vector.ts";

function model(halfOpen: string, minimum = 2, failures = minimum): string {
  return `fault_tolerance Probe {
  retry: { max_attempts: 1 }
  circuit_breaker: {
    failure_threshold: ${failures}
    minimum_request_count: ${minimum}
    sliding_window: "10s"
    reset_timeout: "1s"
    half_open_state: ${halfOpen}
  }
}
`;
}

const ok: VectorOutcome = { outcome: "ok" };
const error: VectorOutcome = { outcome: "error" };

/** What happens after `reset_timeout`. Two failures open the breaker for a second; every 600 ms comes a request. */
export const halfOpenVectors: readonly Vector[] = [
  {
    name: "the breaker stays open for its time, then one good probe closes it",
    dpm: model("true"),
    component: "Probe",
    backend: { script: [error, error, ok] },
    requests: 5,
    gap: "600ms",
    expected: {
      backendCalls: 4,
      cumulative: [1, 2, 2, 3, 4],
      answers: ["error", "error", "error", "ok", "ok"],
      breaker: ["closed", "open", "open", "closed", "closed"],
    },
  },
  {
    name: "a probe that fails opens the breaker for its full time again",
    dpm: model("true"),
    component: "Probe",
    backend: { script: [error] },
    requests: 6,
    gap: "600ms",
    expected: {
      backendCalls: 4,
      cumulative: [1, 2, 2, 3, 3, 4],
      breaker: ["closed", "open", "open", "open", "open", "open"],
    },
  },
  {
    name: "of three calls that come at once after the reset timeout one is let through and two are rejected",
    dpm: model("true", 3),
    component: "Probe",
    backend: { script: [error, error, error, { outcome: "ok", after: "500ms" }] },
    callers: 3,
    requests: 6,
    gap: "1200ms",
    expected: { backendCalls: 4, answered: { ok: 1, error: 5 }, finally: "closed" },
  },
  {
    name: "after a probe has closed it the window is empty: one more failure does not open it",
    dpm: model("true", 2, 1),
    component: "Probe",
    backend: { script: [error, error, ok, error] },
    requests: 5,
    gap: "600ms",
    expected: {
      backendCalls: 4,
      cumulative: [1, 2, 2, 3, 4],
      breaker: ["closed", "open", "open", "closed", "closed"],
    },
  },
  {
    name: "two probes must both succeed; after the first the breaker is still half open",
    dpm: model("2"),
    component: "Probe",
    backend: { script: [error, error, ok] },
    requests: 6,
    gap: "600ms",
    expected: {
      backendCalls: 5,
      cumulative: [1, 2, 2, 3, 4, 5],
      breaker: ["closed", "open", "open", "half-open", "closed", "closed"],
    },
  },
  {
    name: "the first of two probes that fails opens the breaker again",
    dpm: model("2"),
    component: "Probe",
    backend: { script: [error, error, error, ok] },
    requests: 5,
    gap: "600ms",
    expected: { backendCalls: 3, cumulative: [1, 2, 2, 3, 3], breaker: ["closed", "open", "open", "open", "open"] },
  },
  {
    name: "a probe that hangs is cut off and opens the breaker again",
    dpm: model("true").replace("retry:", 'timeout: "200ms"\n  retry:'),
    component: "Probe",
    backend: { script: [error, error, { outcome: "hang" }] },
    requests: 5,
    gap: "600ms",
    expected: {
      backendCalls: 3,
      cumulative: [1, 2, 2, 3, 3],
      breaker: ["closed", "open", "open", "open", "open"],
      longest: "200ms",
    },
  },
  {
    name: "a breaker without a half-open state stays open",
    dpm: model("false"),
    component: "Probe",
    backend: { script: [error, error, ok] },
    requests: 6,
    gap: "600ms",
    expected: {
      backendCalls: 2,
      cumulative: [1, 2, 2, 2, 2, 2],
      breaker: ["closed", "open", "open", "open", "open", "open"],
    },
  },
  {
    name: "a success of a call that began before the opening does not close a half-open breaker",
    dpm: model("true"),
    component: "Probe",
    backend: { script: [{ outcome: "ok", after: "2000ms" }, error, error, { outcome: "ok", after: "1400ms" }] },
    callers: 2,
    requests: 6,
    gap: "600ms",
    expected: {
      backendCalls: 4,
      answers: ["ok", "error", "error", "error", "ok", "error"],
      breaker: ["half-open", "closed", "open", "open", "closed", "half-open"],
    },
  },
];
