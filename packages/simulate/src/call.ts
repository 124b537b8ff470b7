import type { Clock } from "./clock.ts";
import type { Failure, Substitute, TraceEvent } from "./trace.ts";

/** A call on its way inwards. */
export interface Call {
  readonly request: number;
  readonly caller: number;
  /** Which of the different requests it is. */
  readonly key: number;
  readonly idempotent: boolean;
  /** Which attempt of its layer, from 1. */
  readonly attempt: number;
  /** The server it goes to. */
  readonly host: string;
  /** The servers that its layer has sent it to already. */
  readonly tried: Set<string>;
  readonly permit: Permit;
}

/** What a bulkhead gives: it comes back when its last holder lets go. */
export interface Permit {
  readonly hold: () => void;
  readonly letGo: () => void;
}

export type Result =
  { readonly ok: true; readonly by?: Substitute } | { readonly ok: false; readonly failure: Failure };

/** Whose wish it is that a call ends: of a deadline of the same layer, or of whoever is outside it. */
export type Ender = "deadline" | "caller";

/**
 * One pattern around the next. It answers once, at once or later, and never after it was cancelled;
 * it is cancelled at most once, and only before it has answered.
 */
export type Stage = (call: Call, answer: (result: Result) => void) => Cancel;
export type Cancel = (by: Ender) => void;

/** What the patterns of one layer share. */
export interface Surroundings {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: (type: TraceEvent["type"], call: Pick<Call, "request" | "caller">, more?: Partial<TraceEvent>) => void;
}

export const nothingToCancel: Cancel = () => {};
export const noPermit: Permit = { hold: () => {}, letGo: () => {} };

export function failed(failure: Failure): Result {
  return { ok: false, failure };
}

/** Whether a failure says something about the backend; all others say it about us or about the request. */
export function blamesBackend(failure: Failure): boolean {
  return failure === "error" || failure === "connect_failure" || failure === "timeout";
}
