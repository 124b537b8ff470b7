import { expect, test } from "vitest";
import { simulate, toJson, type Trace } from "../src/index.ts";
import { played } from "./policies.ts";
import { always, can } from "./scenarios.ts";

const count = (trace: Trace, type: string): number => trace.events.filter((event) => event.type === type).length;
const took = (trace: Trace): readonly number[] =>
  trace.requests.map(({ startedAt, endedAt = Infinity }) => endedAt - startedAt);

test("the same scenario gives the same trace", () => {
  always((trace, one) => {
    expect(simulate(one)).toEqual(trace);
  });
});

test("every request ends, within its total deadline", () => {
  always((trace, { policy: { timeout }, requests }) => {
    expect(trace.requests).toHaveLength(requests ?? 1);
    expect(Math.max(...took(trace))).toBeLessThanOrEqual(timeout.total ?? 0);
  });
});

test("no request makes more calls than it has attempts, nor more than one that it may not send again", () => {
  always((trace, one) => {
    const most = one.idempotent || can(one, "refuse") ? (one.policy.retry?.maxAttempts ?? 1) : 1;
    expect(Math.max(...trace.requests.map(({ calls }) => calls))).toBeLessThanOrEqual(most);
  });
});

test("no more calls run at once than the bulkhead has places", () => {
  always((trace, { policy: { bulkhead } }) => {
    let running = 0;
    for (const { type } of trace.events) {
      running += { call: 1, result: -1, cut_off: -1 }[type as string] ?? 0;
      expect(running).toBeLessThanOrEqual(bulkhead?.maxConcurrentCalls ?? Infinity);
    }
  });
});

test("every place that was given is given back once", () => {
  always((trace) => {
    expect(count(trace, "released")).toBe(count(trace, "admitted"));
  });
});

test("an open breaker sends nothing before its reset timeout is over, and a half-open one no more than its probes", () => {
  always((trace, one) => {
    const { resetTimeout = 0, probes = 0 } = one.policy.breaker ?? {};
    // A probe that says nothing leaves its place to another.
    const extra = can(one, "business") || one.patience !== undefined ? Infinity : 0;
    let opened = -Infinity;
    let left = Infinity;
    for (const { type, at } of trace.events) {
      if (type === "opened") [opened, left] = [at, 0];
      if (type === "half_opened") left = at - opened >= resetTimeout ? probes + extra : 0;
      if (type === "closed") left = Infinity;
      if (type === "call") left -= 1;
      expect(left).toBeGreaterThanOrEqual(0);
    }
  });
});

test("every call ends once, and nothing runs on after its request has ended", () => {
  always((trace) => {
    const open = new Map<number, number>();
    let leftOver = 0;
    for (const { type, request } of trace.events) {
      open.set(request, (open.get(request) ?? 0) + ({ call: 1, result: -1, cut_off: -1 }[type as string] ?? 0));
      if (type === "ended") leftOver += open.get(request) ?? 0;
    }
    expect(leftOver).toBe(0);
    expect([...open.values()].every((left) => left === 0)).toBe(true);
    expect(count(trace, "late")).toBe(0);
  });
});

test("time never runs backwards, and the calls add up", () => {
  always((trace) => {
    const times = trace.events.map((event) => event.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(trace.requests.reduce((sum, one) => sum + one.calls, 0)).toBe(trace.backendCalls);
    expect(toJson(trace).requests).toHaveLength(trace.requests.length);
  });
});

test("work that cannot be interrupted holds its place until it ends, and still every request is answered in time", () => {
  always((_, one) => {
    const trace = played({ ...one, backend: { ...one.backend, interruptible: false } });
    expect(Math.max(...took(trace))).toBeLessThanOrEqual(one.policy.timeout.total ?? 0);
    expect(count(trace, "released") === count(trace, "admitted") || can(one, "hang")).toBe(true);
    let running = 0;
    for (const { type } of trace.events) {
      running += { admitted: 1, released: -1 }[type as string] ?? 0;
      expect(running).toBeLessThanOrEqual(one.policy.bulkhead?.maxConcurrentCalls ?? Infinity);
    }
  });
});
