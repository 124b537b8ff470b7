import type { Traced } from "@dpm/print";
import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import { facet, type Component, type Edge } from "./model.ts";
import { decided } from "./decided.ts";
import { take } from "./origin.ts";
import { defaultConnectTimeout } from "./policy.ts";

/** What one layer of an edge states, in microseconds, each with where it came from. */
export interface Deadlines {
  /** Of the whole call, as this layer sees it. */
  readonly total?: Traced<number>;
  readonly perAttempt?: Traced<number>;
  readonly connect: Traced<number>;
}

/**
 * Timeouts nest. The owner of retries states the total and the per-attempt limit. Layers outside it get the total plus
 * max(10 %, 250 ms) as a net, layers inside it the per-attempt limit, or the total where none is written.
 * Without an owner of retries every layer outside the innermost adds the margin. Who is not on the edge states nothing of its own.
 */
export function deadlines(edge: Edge, callee: Component, target: string): Deadlines {
  const timeout = facet(callee, "fault_tolerance")?.timeout;
  const connect = timeout ? take(timeout, "connect") : unwritten();
  if (!timeout) return { connect };
  const place = edge.layers.findIndex((layer) => layer.target === target);
  if (place < 0) return { connect };
  const owner = edge.owners.retry?.target;
  const innermost = edge.layers.length - 1;
  const owning = owner === undefined ? innermost : edge.layers.findIndex((layer) => layer.target === owner);
  if (place > owning) return inside(timeout, connect);
  if (place < owning) return outside(timeout, connect);
  const total = take(timeout, "total");
  const perAttempt = take(timeout, "perAttempt");
  return { connect, ...(total && { total }), ...(perAttempt && { perAttempt }) };
}

type Timeout = NonNullable<FaultTolerance["timeout"]>;

function outside(timeout: Timeout, connect: Traced<number>): Deadlines {
  const total = take(timeout, "total");
  return {
    connect,
    ...(total && { total: decided("the owner's total plus max(10 %, 250 ms)", withMargin(total.value), total) }),
  };
}

function inside(timeout: Timeout, connect: Traced<number>): Deadlines {
  const limit = take(timeout, "perAttempt") ?? take(timeout, "total");
  return {
    connect,
    ...(limit && { total: decided("the limit of one attempt of the owner of retries", limit.value, limit) }),
  };
}

/** Total plus max(10 %, 250 ms), in microseconds. */
export function withMargin(total: number): number {
  return total + Math.max(Math.ceil(total / 10), 250_000);
}

function unwritten(): Traced<number> {
  return decided("a connection may take 1 s where nothing is written", defaultConnectTimeout);
}
