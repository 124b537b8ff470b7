import type { Call, Result, Surroundings } from "./call.ts";
import type { Circuit } from "./circuit.ts";
import type { Clock } from "./clock.ts";
import type { BreakerState, RequestTrace, Trace, TraceEvent } from "./trace.ts";

type Sent = Pick<RequestTrace, "request" | "caller" | "startedAt">;

/** Writes down what happens during a run. */
export interface Record {
  readonly log: Surroundings["log"];
  readonly watch: (circuit: Circuit) => void;
  readonly size: () => number;
  /** A request is sent; it gets the next number. */
  readonly sent: (caller: number) => Sent;
  readonly ended: (sent: Sent, result: Result) => void;
  /** What there is in the end; what never ended shows how things stand then. */
  readonly trace: (asked: number) => Trace;
}

export function createRecord(clock: Clock): Record {
  const events: TraceEvent[] = [];
  const requests: RequestTrace[] = [];
  const circuits: Circuit[] = [];
  const calls = new Map<number, number>();
  let seen = 0;

  const log = (
    type: TraceEvent["type"],
    { request, caller }: Pick<Call, "request" | "caller">,
    more?: Partial<TraceEvent>,
  ): void => {
    events.push({ at: clock.now(), type, request, caller, ...more });
    if (type !== "call") return;
    seen += 1;
    calls.set(request, (calls.get(request) ?? 0) + 1);
  };
  const soFar = (sent: Sent): RequestTrace => ({
    ...sent,
    calls: calls.get(sent.request) ?? 0,
    seen,
    breaker: strictest(circuits),
  });

  return {
    log,
    watch: (circuit) => void circuits.push(circuit),
    size: () => events.length,
    sent: (caller) => {
      const sent = { request: requests.length + 1, caller, startedAt: clock.now() };
      requests.push(soFar(sent));
      log("sent", sent);
      return sent;
    },
    ended: (sent, result) => {
      const ended = { ...soFar(sent), endedAt: clock.now(), ...answerOf(result) };
      requests[sent.request - 1] = ended;
      log("ended", sent, { answer: ended.answer, ...(ended.failure && { failure: ended.failure }) });
    },
    trace: (asked) => ({
      requests: requests.map((one) => (one.endedAt === undefined ? soFar(one) : one)),
      backendCalls: seen,
      unsent: asked - requests.length,
      events,
    }),
  };
}

function answerOf(
  result: Result,
): Required<Pick<RequestTrace, "answer">> & Pick<RequestTrace, "answeredBy" | "failure"> {
  if (!result.ok) return { answer: "error", failure: result.failure };
  return result.by ? { answer: "fallback", answeredBy: result.by } : { answer: "ok" };
}

function strictest(circuits: readonly Circuit[]): BreakerState {
  const states = circuits.map((circuit) => circuit.state());
  return (["open", "half-open"] as const).find((state) => states.includes(state)) ?? "closed";
}
