import type { BreakerPolicy } from "@dpm/core";
import type { BreakerState } from "./trace.ts";
import { createWindow } from "./window.ts";

/** A circuit breaker alone: it counts what it is told and says who may pass. */
export interface Circuit {
  /** Open until the first probe is let through, however long ago it opened. */
  readonly state: () => BreakerState;
  /** Lets a call through, or not. */
  readonly admit: (now: number) => Ticket | undefined;
}

/** A call that was let through reports once how it ended. */
export interface Ticket {
  readonly succeeded: (now: number) => void;
  readonly failed: (now: number) => void;
  /** It says nothing about the backend; a probe's place is free again. */
  readonly released: () => void;
}

/**
 * A call counts only in the state it was let through in: a success from before the opening closes nothing, and a
 * failure from before it says nothing about a backend that has been probed since.
 */
export function createCircuit(policy: BreakerPolicy): Circuit {
  let state: BreakerState = "closed";
  let period = 0;
  let openedAt = 0;
  let window = createWindow(policy);
  let probing = 0;
  let proven = 0;

  const turn = (to: BreakerState, now: number): void => {
    state = to;
    period += 1;
    probing = 0;
    proven = 0;
    if (to === "open") openedAt = now;
    if (to === "closed") window = createWindow(policy);
  };

  const ended = (failed: boolean, now: number): void => {
    if (state === "closed" && window.opens(failed, now)) turn("open", now);
    else if (state === "half-open" && failed) turn("open", now);
    else if (state === "half-open" && ++proven === policy.probes) turn("closed", now);
  };

  return {
    state: () => state,
    admit: (now) => {
      if (state === "open" && policy.probes > 0 && now - openedAt >= policy.resetTimeout) turn("half-open", now);
      if (state === "open" || (state === "half-open" && probing === policy.probes)) return undefined;
      if (state === "half-open") probing += 1;
      const admitted = period;
      const whileCurrent = (act: () => void): void => {
        if (period === admitted) act();
      };
      return {
        succeeded: (at) => whileCurrent(() => ended(false, at)),
        failed: (at) => whileCurrent(() => ended(true, at)),
        released: () => whileCurrent(() => void (probing -= state === "half-open" ? 1 : 0)),
      };
    },
  };
}
