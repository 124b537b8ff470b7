import type { Traced } from "@dpm/print";
import { decided } from "./decided.ts";
import { facet, type Component } from "./model.ts";
import { take } from "./origin.ts";

/** What a chaos experiment does, with every number that it needs. Times are microseconds. */
export interface Experiment {
  readonly name: Traced<string>;
  readonly duration: Traced<number>;
  /** How much is added to answers, where the experiment is `high_latency` and something limits a call. */
  readonly latency?: Traced<number>;
}

const minute = 60_000_000;

/** The experiments of a component: a minute each, and half as much again as the timeout where nothing else is written. */
export function experimentsOf(component: Component): readonly Experiment[] {
  const { timeout } = facet(component, "fault_tolerance") ?? {};
  const limit = timeout && (take(timeout, "perAttempt") ?? take(timeout, "total"));
  return (facet(component, "chaos_engineering")?.experiments ?? []).map((one): Experiment => {
    const added = limit && decided("half as much again as the timeout", Math.round(limit.value * 1.5), limit);
    const latency = take(one, "latency") ?? (one.name === "high_latency" ? added : undefined);
    return {
      name: take(one, "name"),
      duration: take(one, "duration") ?? decided("a minute where nothing is written", minute, take(one, "name")),
      ...(latency && { latency }),
    };
  });
}
