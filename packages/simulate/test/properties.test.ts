import { expect, test } from "vitest";
import { simulate, toJson } from "../src/index.ts";
import { played } from "./policies.ts";
import { always } from "./scenarios.ts";

test("the same scenario gives the same trace", () => {
  always((trace, one) => {
    expect(simulate(one)).toEqual(trace);
  });
});

test("every request ends, within its total deadline", () => {
  always((trace, { policy: { timeout }, requests }) => {
    expect(trace.requests).toHaveLength(requests ?? 1);
    for (const { startedAt, endedAt = Infinity } of trace.requests)
      expect(endedAt - startedAt).toBeLessThanOrEqual(timeout.total ?? 0);
  });
});

test("no request makes more calls than it has attempts, nor more than one that it may not send again", () => {
  always((trace, { policy: { retry }, backend, idempotent }) => {
    for (const { calls } of trace.requests) expect(calls).toBeLessThanOrEqual(retry?.maxAttempts ?? 1);
    const refuses = backend.behaviour === "script" && backend.script.some((one) => one.outcome === "refuse");
    if (!idempotent && !refuses) for (const { calls } of trace.requests) expect(calls).toBeLessThanOrEqual(1);
  });
});

test("no more calls run at once than the bulkhead has places", () => {
  always((trace, { policy: { bulkhead } }) => {
    const running = new Set<number>();
    for (const { type, request } of trace.events) {
      if (type === "call") running.add(request);
      if (type === "ended") running.delete(request);
      expect(running.size).toBeLessThanOrEqual(bulkhead?.maxConcurrentCalls ?? Infinity);
    }
  });
});

test("every place that was given is given back once", () => {
  always((trace) => {
    const count = (type: string): number => trace.events.filter((event) => event.type === type).length;
    expect(count("released")).toBe(count("admitted"));
  });
});

test("an open breaker sends nothing until its reset timeout is over, and a half-open one no more than its probes", () => {
  always((trace, { policy: { breaker } }) => {
    let opened: number | undefined;
    let probes = Infinity;
    for (const { type, at, request } of trace.events) {
      if (type === "opened") opened = at;
      if (type === "half_opened") {
        expect(at - (opened ?? 0)).toBeGreaterThanOrEqual(breaker?.resetTimeout ?? 0);
        [opened, probes] = [undefined, breaker?.probes ?? 0];
      }
      if (type === "closed") [opened, probes] = [undefined, Infinity];
      if (type !== "call") continue;
      expect(opened, `request ${request} at ${at}`).toBeUndefined();
      if (trace.events.every((event) => event.failure !== "business" && event.failure !== "cancelled"))
        expect(probes).toBeGreaterThan(0);
      probes -= 1;
    }
  });
});

test("every call ends once, and nothing runs on after its request has ended", () => {
  always((trace) => {
    const open = new Map<number, number>();
    for (const { type, request } of trace.events) {
      if (type === "call") open.set(request, (open.get(request) ?? 0) + 1);
      if (type === "result" || type === "cut_off") open.set(request, (open.get(request) ?? 0) - 1);
      if (type === "ended") expect(open.get(request) ?? 0).toBe(0);
    }
    expect([...open.values()].every((left) => left === 0)).toBe(true);
  });
});

test("time never runs backwards, and the calls add up", () => {
  always((trace) => {
    expect(trace.events.map((event) => event.at)).toEqual(
      trace.events.map((event) => event.at).toSorted((a, b) => a - b),
    );
    expect(trace.requests.reduce((sum, one) => sum + one.calls, 0)).toBe(trace.backendCalls);
    expect(toJson(trace).requests).toHaveLength(trace.requests.length);
  });
});

test("work that cannot be interrupted holds its place until it ends, and still every request is answered in time", () => {
  always((_, one) => {
    const hangs = one.backend.behaviour === "script" && one.backend.script.some(({ outcome }) => outcome === "hang");
    const trace = played({ ...one, backend: { ...one.backend, interruptible: false } });
    const count = (type: string): number => trace.events.filter((event) => event.type === type).length;
    if (!hangs) expect(count("released")).toBe(count("admitted"));
    let running = 0;
    for (const { type } of trace.events) {
      running += type === "admitted" ? 1 : type === "released" ? -1 : 0;
      expect(running).toBeLessThanOrEqual(one.policy.bulkhead?.maxConcurrentCalls ?? Infinity);
    }
    for (const { startedAt, endedAt = Infinity } of trace.requests)
      expect(endedAt - startedAt).toBeLessThanOrEqual(one.policy.timeout.total ?? 0);
  });
});
