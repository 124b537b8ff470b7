import { createBackend } from "./backend.ts";
import { failed, noPermit, type Call, type Result } from "./call.ts";
import { problem, problemOf, type Problem } from "./check.ts";
import { createClock, type Clock } from "./clock.ts";
import { layered } from "./layer.ts";
import { createOutcomes } from "./outcomes.ts";
import { createRandom } from "./random.ts";
import { createRecord } from "./record.ts";
import type { ActingLayer, Scenario } from "./scenario.ts";
import type { Trace } from "./trace.ts";

/**
 * Plays a policy, or the layers of an edge, against a backend on a virtual clock. The same scenario always gives the
 * same trace. A scenario that makes no sense, or takes more events than it may, gives the problem instead.
 */
export function simulate(scenario: Scenario): Trace | Problem {
  const wrong = problemOf(scenario);
  if (wrong) return wrong;
  const {
    backend,
    requests = 1,
    callers = 1,
    gap = 0,
    patience,
    idempotent = true,
    keys = 1,
    seed = 1,
    maxEvents = 500_000,
  } = scenario;
  const layers = scenario.layers ?? [{ name: "dpm", layer: "in_process" as const, policy: scenario.policy }];

  const clock = createClock();
  const { log, watch, ...record } = createRecord(clock);
  // Two streams, so that another backoff does not change which calls of a flaky backend fail.
  const around = { clock, log, watch, random: createRandom(seed) };
  const outcomes = createOutcomes(backend, limitThatMatters(layers), createRandom(~seed));
  const connect = layers.at(-1)?.policy.timeout.connect ?? 0;
  const protectedCall = layered(layers, around, createBackend(backend, connect, outcomes, around));

  let left = requests;
  const sendNext = (caller: number): void => {
    if (left === 0) return;
    left -= 1;
    const sent = record.sent(caller);
    const call: Call = {
      ...sent,
      key: (sent.request - 1) % keys,
      idempotent,
      attempt: 1,
      host: "backend",
      tried: new Set(),
      permit: noPermit,
    };
    patiently(
      patience,
      clock,
      (end) => protectedCall(call, end),
      (result) => {
        record.ended(sent, result);
        clock.after(gap, () => sendNext(caller));
      },
    );
  };
  for (let caller = 1; caller <= Math.min(callers, requests); caller += 1) clock.after(0, () => sendNext(caller));

  let steps = 0;
  const ending = clock.play(() => ++steps + record.size() <= maxEvents);
  if (ending === "stopped") {
    return problem(
      "maxEvents",
      `the run has more than ${maxEvents} events; fewer requests, callers or attempts were expected`,
    );
  }
  if (ending === "too_far")
    return problem("gap", "the run takes more than 285 years of virtual time; shorter times were expected");
  return record.trace(requests);
}

/** A caller that cancels its own request after so long, or never. */
function patiently(
  patience: number | undefined,
  clock: Clock,
  begin: (end: (result: Result) => void) => (by: "caller") => void,
  end: (result: Result) => void,
): void {
  const giveUp = (): void => {
    cancel("caller");
    end(failed("cancelled"));
  };
  const timer = patience === undefined ? undefined : clock.deadline(patience, giveUp);
  const cancel = begin((result) => {
    timer?.cancel();
    end(result);
  });
}

/** What a slow backend is slower than: the shortest limit of an attempt, else of the whole, else of a connection. */
function limitThatMatters(layers: readonly ActingLayer[]): number {
  const timeouts = layers.map((one) => one.policy.timeout);
  const shortest = (limits: readonly (number | undefined)[]): number | undefined => {
    const written = limits.filter((one) => one !== undefined);
    return written.length > 0 ? Math.min(...written) : undefined;
  };
  const [perAttempt, total] = [
    shortest(timeouts.map((one) => one.perAttempt)),
    shortest(timeouts.map((one) => one.total)),
  ];
  return perAttempt ?? total ?? shortest(timeouts.map((one) => one.connect)) ?? 0;
}
