import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import type { Json } from "../fields/field.ts";

/**
 * What protects a call, in the order
 * Fallback(TotalTimeout(Bulkhead(Retry(RateLimiter(CircuitBreaker(AttemptTimeout(call))))))).
 * All times are integer microseconds. What is absent does not act.
 */
export interface Policy {
  readonly retry?: RetryPolicy;
  readonly timeout: { readonly total?: number; readonly perAttempt?: number; readonly connect: number };
  readonly breaker?: BreakerPolicy;
  readonly fallback?: FallbackPolicy;
  readonly bulkhead?: { readonly maxConcurrentCalls: number; readonly maxWait: number };
  /** Whether a request that may have been served can be sent again, where no method says so. */
  readonly idempotent: boolean;
}

/** How often something is tried, and the pauses between. */
export interface PausePolicy {
  /** The first call included. */
  readonly maxAttempts: number;
  readonly backoff: "none" | "fixed" | "linear" | "exponential" | "exponential_jitter" | "decorrelated_jitter";
  readonly initialDelay: number;
  readonly maxDelay: number;
  readonly multiplier: number;
}

export interface RetryPolicy extends PausePolicy {
  readonly on: NonNullable<FaultTolerance["retry"]>["on"];
}

export interface BreakerPolicy {
  readonly trip: Trip;
  readonly window:
    { readonly kind: "time"; readonly length: number } | { readonly kind: "calls"; readonly size: number };
  readonly resetTimeout: number;
  /** How many probes must succeed to close it; 0 keeps it open until it is reset by hand. */
  readonly probes: number;
}

/** What opens a breaker. */
export type Trip =
  /** At least `minimum` calls in the window, and failures / total >= failures / of. */
  | { readonly kind: "rate"; readonly failures: number; readonly of: number; readonly minimum: number }
  /** At least `minimum` calls and at least `failures` failures in the window. */
  | { readonly kind: "count"; readonly failures: number; readonly minimum: number }
  | { readonly kind: "consecutive"; readonly failures: number };

export interface FallbackPolicy {
  /** Tried in this order; then the original error. */
  readonly chain: readonly ("cache" | "default_response" | "empty")[];
  readonly cacheTtl: number;
  readonly defaultResponse?: Json;
  readonly empty: "null" | "list" | "object" | "status";
}

/** The meaning of a `fault_tolerance` block; without one, the neutral policy. */
export function policyOf(block: FaultTolerance | undefined): Policy {
  return {
    ...(block?.retry && { retry: block.retry }),
    timeout: {
      ...(block?.timeout?.total !== undefined && { total: block.timeout.total }),
      ...(block?.timeout?.perAttempt !== undefined && { perAttempt: block.timeout.perAttempt }),
      connect: block?.timeout?.connect ?? defaultConnectTimeout,
    },
    ...(block?.circuitBreaker && { breaker: breaker(block.circuitBreaker) }),
    ...(block?.fallback && { fallback: fallbackPolicy(block.fallback) }),
    ...(block?.bulkhead && {
      bulkhead: { maxConcurrentCalls: block.bulkhead.maxConcurrentCalls, maxWait: block.bulkhead.maxWaitDuration },
    }),
    idempotent: block?.idempotent ?? false,
  };
}

/** One second: what a connection may take where nothing is written. */
export const defaultConnectTimeout = 1_000_000;

function breaker(block: NonNullable<FaultTolerance["circuitBreaker"]>): BreakerPolicy {
  const { calls, time } = block.slidingWindow;
  return {
    trip: trip(block.failureThreshold, block.minimumRequestCount),
    window: calls === undefined ? { kind: "time", length: time ?? 10_000_000 } : { kind: "calls", size: calls },
    resetTimeout: block.resetTimeout,
    probes: block.halfOpenState.enabled ? block.halfOpenState.permittedCalls : 0,
  };
}

/** F with a minimum N is the rate F/N; F alone is F in a row; `"50%"` is a rate, N then 10. */
function trip(
  { count, ratio, failures, consecutive }: NonNullable<FaultTolerance["circuitBreaker"]>["failureThreshold"],
  minimum: number | undefined,
): Trip {
  if (consecutive !== undefined) return { kind: "consecutive", failures: consecutive };
  if (failures !== undefined) return { kind: "count", failures, minimum: minimum ?? failures };
  if (ratio !== undefined)
    return { kind: "rate", failures: Math.round(ratio * 1_000_000), of: 1_000_000, minimum: minimum ?? 10 };
  if (count !== undefined && minimum !== undefined) return { kind: "rate", failures: count, of: minimum, minimum };
  return { kind: "consecutive", failures: count ?? 5 };
}

function fallbackPolicy(block: NonNullable<FaultTolerance["fallback"]>): FallbackPolicy {
  const written = block.defaultResponse;
  const standard = written === undefined ? [] : (["default_response"] as const);
  const chains = {
    use_cache: ["cache", ...standard],
    default_response: standard,
    return_empty: ["empty"],
    fail: [],
  } as const;
  return {
    chain: chains[block.strategy],
    cacheTtl: block.cacheTtl,
    ...(written !== undefined && { defaultResponse: written }),
    empty: block.empty,
  };
}

/**
 * The pauses after attempt 1, 2, ... in microseconds, without their jitter:
 * fixed d; linear i·d; exponential d·m^(i-1); never above the maximum.
 */
export function pauses(retry: PausePolicy): readonly number[] {
  return Array.from({ length: retry.maxAttempts - 1 }, (_, index) => pauseAfter(retry, index + 1));
}

/** The pause after one attempt, counted from 1. */
export function pauseAfter(retry: PausePolicy, attempt: number): number {
  return retry.backoff === "none" ? 0 : Math.min(Math.round(grown(retry, attempt - 1)), retry.maxDelay);
}

function grown({ backoff, initialDelay, multiplier }: PausePolicy, index: number): number {
  switch (backoff) {
    case "none":
      return 0;
    case "fixed":
      return initialDelay;
    case "linear":
      return initialDelay * (index + 1);
    case "exponential":
    case "exponential_jitter":
      return power(initialDelay, multiplier, index);
    case "decorrelated_jitter":
      return power(initialDelay, 3, index);
  }
}

/** The same with all the luck that jitter can have: 0, or the first delay where pauses are decorrelated. */
export function shortestPauses(retry: PausePolicy): readonly number[] {
  const longest = pauses(retry);
  if (retry.backoff === "exponential_jitter") return longest.map(() => 0);
  if (retry.backoff === "decorrelated_jitter") return longest.map(() => Math.min(retry.initialDelay, retry.maxDelay));
  return longest;
}

/** d·m^i, also where m^i is more than a number can be and d is 0. */
function power(delay: number, multiplier: number, index: number): number {
  return delay === 0 ? 0 : delay * multiplier ** index;
}
