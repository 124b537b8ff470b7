import type { Trace } from "@dpm/simulate";
import { parseDuration } from "@dpm/core";
import type { Expected } from "./vector.ts";

/** What was seen when a vector was played, by whatever engine. Times are microseconds. */
export interface Observed {
  readonly backendCalls: number;
  /** In the order in which they were sent. */
  readonly requests: readonly ObservedRequest[];
  readonly seenBy?: Readonly<Record<string, number>>;
  readonly finally?: "closed" | "open" | "half-open";
  readonly opensAtCall?: number;
}

export interface ObservedRequest {
  readonly answer: "ok" | "fallback" | "error";
  /** Calls that the backend had seen when this request ended. */
  readonly seen: number;
  readonly takes?: number;
  readonly answeredBy?: "cache" | "default_response" | "empty" | null;
  readonly breaker?: "closed" | "open" | "half-open";
}

export interface Tolerance {
  /** How much longer than expected something may take, in microseconds. 0 if absent. */
  readonly slack?: number;
  /** What this engine cannot show; everything else that is expected must have been observed. */
  readonly unseen?: readonly (keyof Expected)[];
}

/** Where what was observed differs from what was expected, one line each; empty when it agrees. */
export function deviations(
  expected: Expected,
  observed: Observed,
  { slack = 0, unseen = [] }: Tolerance = {},
): readonly string[] {
  const facts = factsOf(observed);
  return (Object.keys(expected) as (keyof Expected)[])
    .filter((field) => !unseen.includes(field))
    .flatMap((field) => {
      const [want, have] = [expected[field], facts[field]];
      const agrees = field === "takes" || field === "longest" ? inTime(want, have, slack) : same(want, have);
      return agrees
        ? []
        : [`${field}: ${JSON.stringify(want)} was expected, ${JSON.stringify(have) ?? "nothing"} was observed`];
    });
}

/** The same facts, times still in microseconds. */
function factsOf({
  backendCalls,
  requests,
  seenBy,
  finally: last,
  opensAtCall,
}: Observed): Readonly<Record<keyof Expected, unknown>> {
  const each = <T>(fact: (one: ObservedRequest) => T | undefined): readonly T[] | undefined => {
    const all = requests.map(fact);
    return all.includes(undefined) ? undefined : (all as readonly T[]);
  };
  const takes = each((one) => one.takes);
  const counts = Object.entries(Object.groupBy(requests, (one) => one.answer)).map(
    ([answer, all]) => [answer, all.length] as const,
  );
  return {
    backendCalls,
    cumulative: requests.map((one) => one.seen),
    answers: requests.map((one) => one.answer),
    answered: Object.fromEntries(counts),
    answeredBy: each((one) => one.answeredBy),
    breaker: each((one) => one.breaker),
    takes,
    longest: takes && takes.reduce((most, one) => Math.max(most, one), 0),
    finally: last,
    opensAtCall,
    seenBy,
  };
}

function inTime(want: unknown, have: unknown, slack: number): boolean {
  if (Array.isArray(want))
    return (
      Array.isArray(have) && want.length === have.length && want.every((one, index) => inTime(one, have[index], slack))
    );
  const least = typeof want === "string" ? parseDuration(want) : { problem: "form" };
  return "value" in least && typeof have === "number" && have >= least.value && have <= least.value + slack;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What the interpreter's trace shows. */
export function observedIn(trace: Trace): Observed {
  const calls = trace.events.filter((event) => event.type === "call");
  const opening = trace.events.findIndex((event) => event.type === "opened");
  const opensAtCall = opening < 0 ? 0 : trace.events.slice(0, opening).filter((event) => event.type === "call").length;
  const hosts = Object.entries(Object.groupBy(calls, (event) => event.host ?? ""));
  const last = trace.events.findLast((event) => event.type === "ended");
  return {
    backendCalls: trace.backendCalls,
    requests: trace.requests.map(({ answer = "error", answeredBy = null, seen, startedAt, endedAt, breaker }) => ({
      answer,
      answeredBy,
      seen,
      breaker,
      ...(endedAt !== undefined && { takes: endedAt - startedAt }),
    })),
    seenBy: Object.fromEntries(hosts.map(([host, all]) => [host, all?.length ?? 0])),
    ...(last && { finally: trace.requests[last.request - 1]?.breaker ?? "closed" }),
    opensAtCall,
  };
}
