/** All that happened, in order. Times are integer microseconds of virtual time. */
export interface Trace {
  /** In the order in which they were sent, numbered from 1. */
  readonly requests: readonly RequestTrace[];
  /** How many calls were sent to the backend, refused connections included. */
  readonly backendCalls: number;
  /** Requests that were never sent, since all callers wait for ever. */
  readonly unsent: number;
  readonly events: readonly TraceEvent[];
}

export interface RequestTrace {
  readonly request: number;
  readonly caller: number;
  readonly startedAt: number;
  /** Absent when nothing ever ends it: a hang without any deadline. */
  readonly endedAt?: number;
  /** Calls to the backend on behalf of this request. */
  readonly calls: number;
  /** Calls that the backend had seen from everyone when this request ended. */
  readonly seen: number;
  /** Absent when it never ended. */
  readonly answer?: Answer;
  /** Where a fallback answer came from. */
  readonly answeredBy?: Substitute;
  /** Why the call itself failed, whatever was answered in its place. */
  readonly failure?: Failure;
  /** When the request ended; of several breakers the one that lets least through. */
  readonly breaker: BreakerState;
}

export type Answer = "ok" | "fallback" | "error";
export type Substitute = "cache" | "default_response" | "empty";
export type BreakerState = "closed" | "half-open" | "open";

/** Why a call failed. */
export type Failure =
  /** The backend's. */
  | "error"
  | "connect_failure"
  | "business"
  /** The deadline of one attempt, and of the whole. */
  | "timeout"
  | "deadline"
  /** Local rejections: nothing was sent. */
  | "bulkhead_full"
  | "rate_limited"
  | "breaker_open"
  | "no_server"
  /** The caller's own doing. */
  | "cancelled";

export interface TraceEvent {
  readonly at: number;
  readonly type: EventType;
  readonly request: number;
  readonly caller: number;
  /** From 1, of the layer that logs it. */
  readonly attempt?: number;
  readonly layer?: string;
  readonly host?: string;
  readonly failure?: Failure;
  readonly answer?: Answer;
  /** How long what begins here lasts: a pause, an open breaker, an ejection. */
  readonly lasts?: number;
}

export type EventType =
  | "sent"
  | "ended"
  /** A bulkhead's permit: waited for, given, given back. */
  | "waits"
  | "admitted"
  | "released"
  | "attempt"
  | "pause"
  | "rejected"
  /** At the backend: a call arrives, is answered, is cut off, or ends after it was cut off. */
  | "call"
  | "result"
  | "cut_off"
  | "late"
  | "opened"
  | "half_opened"
  | "closed"
  | "ejected";

/** The machine-readable form: times in milliseconds, which may have fractions; `null` for what never ended. */
export interface TraceJson {
  readonly requests: readonly {
    readonly request: number;
    readonly startedAt: number;
    readonly endedAt: number | null;
    readonly calls: number;
    readonly answer: Answer | null;
    readonly breaker: BreakerState;
  }[];
  readonly backendCalls: number;
}

export function toJson(trace: Trace): TraceJson {
  return {
    requests: trace.requests.map(({ request, startedAt, endedAt, calls, answer, breaker }) => ({
      request,
      startedAt: startedAt / 1000,
      endedAt: endedAt === undefined ? null : endedAt / 1000,
      calls,
      answer: answer ?? null,
      breaker,
    })),
    backendCalls: trace.backendCalls,
  };
}
