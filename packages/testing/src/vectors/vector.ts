/**
 * One sentence about behaviour, as data: a model, a script of backend outcomes, and what follows. `@dpm/simulate` and
 * every real engine play the same vectors. JSON-safe; times are text such as "20ms".
 */
export interface Vector {
  /** A sentence that says what is proven. */
  readonly name: string;
  /** The model's source. */
  readonly dpm: string;
  /** Whose policy protects the calls. */
  readonly component: string;
  /** Who acts, outermost first; a gateway is the `load_balancer` that `calls` the component. In-process if absent. */
  readonly layers?: readonly VectorLayer[];
  readonly backend: VectorBackend;
  /** Sent in all, by whichever caller is free; all callers begin at once. 1 if absent. */
  readonly requests?: number;
  readonly callers?: number;
  /** Between the end of a caller's request and its next one. None if absent. */
  readonly gap?: string;
  /** Whether the requests can be sent again, as a GET can and a POST cannot. True if absent. */
  readonly idempotent?: boolean;
  readonly expected: Expected;
}

export interface VectorLayer {
  readonly layer: "in_process" | "mesh" | "gateway";
  /** Which parts of the policy act here. */
  readonly does: readonly ("retry" | "circuit_breaker" | "bulkhead" | "fallback")[];
}

export interface VectorBackend {
  /** One outcome per call in the order of arrival, the last one repeated: what `dpm simulate --script` takes. */
  readonly script?: readonly VectorOutcome[];
  /** Or one script for each server, by `host:port`. */
  readonly hosts?: Readonly<Record<string, readonly VectorOutcome[]>>;
  /** So many calls are served at once, the others wait at the backend. No limit if absent. */
  readonly concurrency?: number;
}

export interface VectorOutcome {
  readonly outcome: "ok" | "error" | "hang" | "refuse" | "business";
  readonly after?: string;
}

/** What is absent is not said, since the order of concurrent calls is the engine's. */
export interface Expected {
  readonly backendCalls: number;
  /** Calls that the backend has seen when each request ends, in the order in which the requests were sent. */
  readonly cumulative?: readonly number[];
  readonly answers?: readonly ("ok" | "fallback" | "error")[];
  readonly breaker?: readonly ("closed" | "open" | "half-open")[];
  /** How many requests were answered how. */
  readonly answered?: { readonly ok?: number; readonly fallback?: number; readonly error?: number };
  /** Where each fallback answer came from. */
  readonly answeredBy?: readonly ("cache" | "default_response" | "empty" | null)[];
  /** The breaker's state when the last request has ended. */
  readonly finally?: "closed" | "open" | "half-open";
  /** How many calls the backend had seen when the breaker first opened; 0 when it never opens. */
  readonly opensAtCall?: number;
  /** How long each request takes, and how long the longest. A real engine is allowed its usual slack. */
  readonly takes?: readonly string[];
  readonly longest?: string;
  /** Calls that each server has seen. */
  readonly seenBy?: Readonly<Record<string, number>>;
}
