import { failed, type Result, type Stage, type Surroundings } from "./call.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Backend, Outcome } from "./scenario.ts";

/** What is called in the end. Calls arrive, wait for their turn on a host of limited concurrency, and are served. */
export function createBackend(plan: Backend, connect: number, outcomes: Outcomes, { clock, log }: Surroundings): Stage {
  const lines = new Map<string, Line>();
  return (call, answer) => {
    const host = call.host;
    const line = lines.get(host) ?? createLine(plan.concurrency ?? Infinity);
    lines.set(host, line);
    const next = outcomes(host);
    let isCutOff = false;
    let timer = { cancel: () => {} };
    log("call", call, { host });
    call.permit.hold();

    const end = (result: Result): void => {
      line.leave(serve);
      if (isCutOff) log("late", call, { host });
      else {
        log("result", call, { host, ...(!result.ok && { failure: result.failure }) });
        answer(result);
      }
      call.permit.letGo();
    };
    const serve = (): void => {
      if (next.outcome === "hang") return;
      timer = clock.after(next.after ?? 0, () => end(resultOf(next)));
    };
    if (next.outcome === "refuse") timer = refuse(next, end);
    else line.enter(serve);

    return () => {
      isCutOff = true;
      log("cut_off", call, { host });
      if (plan.interruptible === false) return;
      timer.cancel();
      line.leave(serve);
      call.permit.letGo();
    };
  };

  /** A connection is waited for no longer than the connect timeout; it takes no place in the line. */
  function refuse({ after = 0 }: Outcome, end: (result: Result) => void): { cancel: () => void } {
    const failure = (): void => end(failed("connect_failure"));
    return after < connect ? clock.after(after, failure) : clock.deadline(connect, failure);
  }
}

function resultOf({ outcome }: Outcome): Result {
  return outcome === "ok" ? { ok: true } : failed(outcome === "business" ? "business" : "error");
}

interface Line {
  readonly enter: (serve: () => void) => void;
  /** Also of one that still waits; of one that was never in it nothing happens. */
  readonly leave: (serve: () => void) => void;
}

function createLine(places: number): Line {
  const served = new Set<() => void>();
  const waiting = new Set<() => void>();
  const admit = (serve: () => void): void => {
    served.add(serve);
    serve();
  };
  return {
    enter: (serve) => {
      if (served.size < places) admit(serve);
      else waiting.add(serve);
    },
    leave: (serve) => {
      if (waiting.delete(serve) || !served.delete(serve)) return;
      const [first] = waiting;
      if (!first) return;
      waiting.delete(first);
      admit(first);
    },
  };
}
