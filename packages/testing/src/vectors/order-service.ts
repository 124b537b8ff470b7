import type { Vector } from "./vector.ts";

/** The draft's OrderService. */
export const orderService = `fault_tolerance OrderService {
  retry: { max_attempts: 3, backoff: "exponential", initial_delay: "100ms", max_delay: "1s", multiplier: 2.0 }
  timeout: "2s"
  circuit_breaker: {
    failure_threshold: 5
    reset_timeout: "30s"
    half_open_state: true
    sliding_window: "10s"
    minimum_request_count: 10
  }
  fallback: { strategy: "useCache", cache_ttl: "5m", default_response: { status: "success", data: {} } }
  bulkhead: { max_concurrent_calls: 10, max_wait_duration: "1s" }
}
`;

const draft = { dpm: orderService, component: "OrderService" };

/** What the draft's own numbers must do on every engine that takes all of them. */
export const orderServiceVectors: readonly Vector[] = [
  {
    ...draft,
    name: "a backend that always fails, five requests, three attempts each, five failures of ten open the breaker: the backend sees 3, 6, 9, 10, 10 calls",
    backend: { script: [{ outcome: "error" }] },
    requests: 5,
    expected: {
      backendCalls: 10,
      cumulative: [3, 6, 9, 10, 10],
      answers: ["fallback", "fallback", "fallback", "fallback", "fallback"],
      answeredBy: ["default_response", "default_response", "default_response", "default_response", "default_response"],
      breaker: ["closed", "closed", "closed", "open", "open"],
      opensAtCall: 10,
      takes: ["300ms", "300ms", "300ms", "100ms", "0ms"],
    },
  },
  {
    ...draft,
    name: "a backend that refuses connections is counted as one that fails: 3, 6, 9, 10, 10",
    backend: { script: [{ outcome: "refuse" }] },
    requests: 5,
    expected: {
      backendCalls: 10,
      cumulative: [3, 6, 9, 10, 10],
      breaker: ["closed", "closed", "closed", "open", "open"],
    },
  },
  {
    ...draft,
    name: "after ten successes the breaker opens at the 20th call, when half of the window has failed, and not at the 15th",
    backend: { script: [...Array.from({ length: 10 }, () => ({ outcome: "ok" as const })), { outcome: "error" }] },
    requests: 15,
    expected: {
      backendCalls: 20,
      cumulative: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 16, 19, 20, 20],
      answered: { ok: 10, fallback: 5 },
      opensAtCall: 20,
      finally: "open",
    },
  },
  {
    ...draft,
    name: "a request that fails twice is answered by its third attempt",
    backend: { script: [{ outcome: "error" }, { outcome: "error" }, { outcome: "ok" }] },
    requests: 2,
    expected: {
      backendCalls: 4,
      cumulative: [3, 4],
      answers: ["ok", "ok"],
      breaker: ["closed", "closed"],
      takes: ["300ms", "0ms"],
    },
  },
  {
    ...draft,
    name: "the total deadline holds against a backend that hangs, and one caller at a time never fills the window",
    backend: { script: [{ outcome: "hang" }] },
    requests: 12,
    expected: { backendCalls: 12, longest: "2s", answered: { fallback: 12 }, opensAtCall: 0, finally: "closed" },
  },
  {
    ...draft,
    name: "ten concurrent calls that hang open the breaker when the total deadline cuts them off",
    backend: { script: [{ outcome: "hang" }] },
    callers: 10,
    requests: 12,
    expected: { backendCalls: 10, longest: "2s", answered: { fallback: 12 }, finally: "open" },
  },
  {
    ...draft,
    name: "forty callers on a healthy but queued backend are all answered and do not open the breaker",
    backend: { script: [{ outcome: "ok", after: "250ms" }], concurrency: 10 },
    callers: 40,
    requests: 40,
    expected: { backendCalls: 40, longest: "1s", answered: { ok: 40 }, opensAtCall: 0, finally: "closed" },
  },
  {
    ...draft,
    name: "callers that wait too long for their turn are rejected without a word to the breaker",
    backend: { script: [{ outcome: "ok", after: "600ms" }] },
    callers: 40,
    requests: 40,
    expected: {
      backendCalls: 20,
      longest: "1200ms",
      answered: { ok: 20, fallback: 20 },
      opensAtCall: 0,
      finally: "closed",
    },
  },
  {
    ...draft,
    name: "the last good answer is served before the written one",
    backend: { script: [{ outcome: "ok" }, { outcome: "error" }] },
    requests: 2,
    expected: {
      backendCalls: 4,
      answers: ["ok", "fallback"],
      answeredBy: [null, "cache"],
      breaker: ["closed", "closed"],
    },
  },
];
