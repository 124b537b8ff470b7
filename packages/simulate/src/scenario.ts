import type { Layer, Policy } from "@dpm/core";

/** Everything that a run depends on. All times are integer microseconds. JSON-safe. */
export type Scenario = Play & Protection;

interface Play {
  readonly backend: Backend;
  /** How many requests are sent in all; a caller that is free sends the next. 1 if absent. */
  readonly requests?: number;
  /** How many callers send at the same time, all from time 0. 1 if absent. */
  readonly callers?: number;
  /** Between the end of a caller's request and its next one. 0 if absent. */
  readonly gap?: number;
  /** After so long a caller gives up and cancels its own request; it never does if absent. */
  readonly patience?: number;
  /**
   * Whether a request that the backend may have served can be sent again, as a GET can.
   * True if absent; a caller that follows the model's default passes `policy.idempotent`.
   */
  readonly idempotent?: boolean;
  /** How many different requests the callers send in turn; a cache answers for the same one only. 1 if absent. */
  readonly keys?: number;
  /** Where jitter and flakiness come from. 1 if absent. */
  readonly seed?: number;
  /** A run with more events than this is given up. 500 000 if absent. */
  readonly maxEvents?: number;
}

/** One in-process policy with everything it has, or the layers of an edge, outermost first. */
type Protection =
  | { readonly policy: Policy; readonly layers?: undefined }
  | { readonly layers: readonly ActingLayer[]; readonly policy?: undefined };

/** One layer as it acts: the policy holds only what this layer does (see `acting`). */
export interface ActingLayer {
  readonly name: string;
  readonly layer: Layer;
  readonly policy: Policy;
  /** A gateway's own limit counts requests and comes before everything; any other's counts attempts, inside the retry. */
  readonly limit?: Limit;
  /** The servers that this layer spreads the attempts over; without it there is one, called `backend`. */
  readonly servers?: Servers;
}

/** So many per so long, and `burst` more at once; the rest is rejected. */
export interface Limit {
  readonly count: number;
  readonly per: number;
  readonly burst: number;
  /** Whether each caller has its own limit; all share one if absent. */
  readonly perCaller?: boolean;
}

/** Chosen in turn by weight (smoothly), whatever the strategy: a run is about failure, not about spread. */
export interface Servers {
  readonly hosts: readonly Host[];
  /** Whether the next server is tried at once when a connection could not be made and nothing was sent. */
  readonly failover: boolean;
  /** A request is sent to at most so many servers, each at most once: failover and retries together. */
  readonly most?: number;
  /** So many failures within `window` leave a server out for `duration`; when all would be out, none is. */
  readonly ejection?: { readonly failures: number; readonly window: number; readonly duration: number };
  /** Whether the layers inside exist once in each server (a process of its own), or once for all. Once in each if absent. */
  readonly inside?: "each" | "shared";
}

export interface Host {
  readonly name: string;
  readonly weight?: number;
  /** Used only while no other server can be. */
  readonly backup?: boolean;
}

export type Backend = BackendBehaviour & {
  /** So many calls are served at once on each host, the others wait there for their turn; no limit if absent. */
  readonly concurrency?: number;
  /**
   * `false`: a call that was cut off goes on until its own end, and holds its caller's permit until then;
   * its late result is dropped. True if absent.
   */
  readonly interruptible?: boolean;
};

export type BackendBehaviour =
  /** One outcome per call in the order of arrival, the last one repeated. */
  | { readonly behaviour: "script"; readonly script: readonly Outcome[] }
  /** A script for each host; a host without one answers ok. */
  | { readonly behaviour: "hosts"; readonly hosts: Readonly<Record<string, readonly Outcome[]>> }
  /** Refuses every connection. */
  | { readonly behaviour: "down" }
  /** Answers well, three times later than the limit that matters: per attempt, else total, else connect. */
  | { readonly behaviour: "slow" }
  /** Takes every call and never answers. */
  | { readonly behaviour: "hang" }
  /** Each call fails with this probability. */
  | { readonly behaviour: "flaky"; readonly ratio: number };

/** What becomes of one call that reaches the backend. `after` is the time it takes, 0 if absent. */
export interface Outcome {
  readonly outcome: OutcomeName;
  /** Microseconds; without meaning for `hang`. */
  readonly after?: number;
}

/**
 * `ok`: a good answer. `error`: status 503 or, in code, an exception of I/O after the request was sent.
 * `hang`: the request was taken and nothing comes back. `refuse`: no connection, nothing was sent.
 * `business`: an answer that the request itself is at fault for; neither retried nor counted nor replaced.
 */
export type OutcomeName = "ok" | "error" | "hang" | "refuse" | "business";
