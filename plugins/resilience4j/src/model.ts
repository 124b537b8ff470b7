import type { Traced } from "@dpm/print";

/** `java`: the numbers are constants of the class. `spring`: they are in application.yml. */
export type Style = "java" | "spring";

/** A whole output folder: a Maven project. */
export interface Project {
  readonly style: Style;
  /** Maven's group. */
  readonly group: string;
  /** The version of Resilience4j, with three numbers. */
  readonly version: string;
  readonly policies: readonly Policy[];
  readonly tests: readonly PolicyTest[];
}

/** One policy class. What is absent does not act. Durations are microseconds. */
export interface Policy {
  readonly style: Style;
  /** Whose operations, or calls to whom, it protects. */
  readonly component: string;
  /** The one service whose calls it protects; absent where it serves all. */
  readonly caller?: string;
  /** What Resilience4j's instances are called, and so what metrics show: the component's name where it serves all. */
  readonly name: string;
  readonly names: Names;
  readonly totalTimeout?: Traced<number>;
  readonly attemptTimeout?: Traced<number>;
  readonly bulkhead?: Bulkhead;
  readonly retry?: Retry;
  readonly breaker?: CircuitBreaker;
  readonly fallback?: Fallback;
  /** What the model says of requests whose caller does not know better. */
  readonly idempotent?: Traced<boolean>;
  /** Who does what this policy therefore leaves out. */
  readonly others: readonly { readonly concern: string; readonly by: string }[];
}

/** What the things of one policy are called. */
export interface Names {
  readonly packageName: string;
  /** The policy class. */
  readonly policy: string;
  /** The class of its numbers in Spring. */
  readonly properties: string;
  /** The class that makes its bean in Spring. */
  readonly configuration: string;
  readonly test: string;
  /** Its place below `dpm.` in application.yml: lower case, hyphens. */
  readonly key: string;
}

/** `BulkheadConfig`. */
export interface Bulkhead {
  readonly maxConcurrentCalls: Traced<number>;
  readonly maxWait: Traced<number>;
}

/** `RetryConfig`. */
export interface Retry {
  readonly maxAttempts: Traced<number>;
  readonly backoff: Traced<Backoff>;
  readonly wait: Traced<number>;
  readonly multiplier?: Traced<number>;
  readonly maxWait?: Traced<number>;
  /** Which of the failures are tried again. */
  readonly on: Traced<Retried>;
}

/**
 * How the pauses grow from the first one. Resilience4j knows `fixed` and `exponential`; the class draws the random ones
 * and adds up the linear ones.
 */
export type Backoff = "fixed" | "linear" | "exponential" | "exponential_jitter" | "decorrelated_jitter";

export interface Retried {
  readonly connectFailure: boolean;
  readonly timeout: boolean;
  /** A connection that broke, and every other I/O error. */
  readonly reset: boolean;
  /** What the caller's predicate takes for a failure besides. */
  readonly status: boolean;
}

/** `CircuitBreakerConfig`. */
export interface CircuitBreaker {
  readonly window: Traced<"COUNT_BASED" | "TIME_BASED">;
  /** Calls, or seconds. */
  readonly windowSize: Traced<number>;
  readonly minimumCalls: Traced<number>;
  /** In percent, more than 0. */
  readonly failureRate: Traced<number>;
  readonly waitInOpenState: Traced<number>;
  readonly probes: Traced<number>;
  /** Opens at so many failures in the window, whatever their rate. Resilience4j has no such threshold: the class counts. */
  readonly count?: { readonly failures: Traced<number>; readonly minimumCalls: Traced<number> };
}

/** What is answered in place of a call that failed for good, in this order. */
export interface Fallback {
  readonly strategy: Traced<string>;
  readonly cache?: { readonly ttl: Traced<number>; readonly entries: Traced<number> };
  /** JSON, which the caller reads. */
  readonly defaultResponse?: Traced<string>;
  /** `null`, or what the caller supplies. */
  readonly empty?: Traced<"null" | "supplied">;
}

/** JUnit tests of a policy. */
export interface PolicyTest {
  readonly policy: Policy;
  readonly asked: readonly Traced<unknown>[];
  readonly scenarios: readonly Scenario[];
}

export type Scenario =
  | { readonly kind: "normal" | "timeout" | "fallback"; readonly name: Traced<string> }
  /** An always failing callee opens the breaker at this call. */
  | { readonly kind: "breaker"; readonly name: Traced<string>; readonly opensAt: Traced<number> }
  /** A test that is switched off. */
  | { readonly kind: "disabled"; readonly name: Traced<string>; readonly why: string };
