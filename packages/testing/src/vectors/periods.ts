import type { Vector, VectorOutcome } from "./vector.ts";

const ok: VectorOutcome = { outcome: "ok" };
const error: VectorOutcome = { outcome: "error" };
const hang: VectorOutcome = { outcome: "hang" };

/** Two callers open the breaker for 900 ms; then come a slow probe and one that fails, then two that succeed around its end. */
function slowProbe(name: string, outcome: "ok" | "error"): Vector {
  return {
    name,
    dpm: `fault_tolerance Probe {
  retry: { max_attempts: 1 }
  circuit_breaker: {
    failure_threshold: 2
    minimum_request_count: 2
    sliding_window: "10s"
    reset_timeout: "900ms"
    half_open_state: 2
  }
}
`,
    component: "Probe",
    backend: { script: [error, { outcome: "error", after: "200ms" }, { outcome, after: "1700ms" }, error, ok] },
    callers: 2,
    requests: 9,
    gap: "600ms",
    expected: {
      backendCalls: 6,
      answers: ["error", "error", "error", "error", outcome, "error", "error", "ok", "ok"],
      breaker: ["closed", "open", "open", "open", "half-open", "open", "open", "half-open", "closed"],
    },
  };
}

/** A breaker may be in the same state again: what began in an earlier period of it says nothing in a later one. */
export const periodVectors: readonly Vector[] = [
  {
    name: "failures of calls that began before the breaker opened and closed again are no failures of its new window",
    dpm: `fault_tolerance Probe {
  timeout: "3s"
  retry: { max_attempts: 1 }
  circuit_breaker: {
    failure_threshold: 3
    minimum_request_count: 5
    sliding_window: "10s"
    reset_timeout: "300ms"
  }
}
`,
    component: "Probe",
    backend: { script: [hang, hang, hang, hang, hang, hang, error, error, error, error, error, ok] },
    callers: 7,
    requests: 12,
    gap: "400ms",
    expected: {
      backendCalls: 12,
      answered: { ok: 1, error: 11 },
      breaker: [...Array.from({ length: 10 }, () => "closed" as const), "open", "closed"],
      longest: "3s",
      opensAtCall: 11,
      finally: "closed",
    },
  },
  slowProbe("a success of a slow probe is none of the two that close the breaker after it has opened again", "ok"),
  slowProbe("a failure of a slow probe does not open the breaker that is half open anew", "error"),
];
