import type { Traced } from "@dpm/print";
import type { FaultTolerance } from "../blocks/fault_tolerance.ts";
import { facet, type Component, type Edge } from "./model.ts";
import { decided } from "./decided.ts";
import { take } from "./origin.ts";
import { defaultConnectTimeout } from "./policy.ts";

/** What one layer of an edge states, in microseconds, each with where it came from. */
export interface Deadlines {
  /** The owner of retries states what is written, a net around it the total and a margin, what is inside one attempt. */
  readonly role: "owner" | "net" | "attempt";
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
  const role = roleOf(edge, target);
  if (!timeout || !role) return { role: "owner", connect };
  if (role === "attempt") return { role, connect, ...inside(timeout) };
  if (role === "net") return { role, connect, ...outside(timeout) };
  const total = take(timeout, "total");
  const perAttempt = take(timeout, "perAttempt");
  return { role, connect, ...(total && { total }), ...(perAttempt && { perAttempt }) };
}

/** Where a target stands to the owner of retries; without one the innermost layer stands for it. */
function roleOf(edge: Edge, target: string): Deadlines["role"] | undefined {
  const place = edge.layers.findIndex((layer) => layer.target === target);
  if (place < 0) return undefined;
  const owner = edge.owners.retry?.target;
  const owning =
    owner === undefined ? edge.layers.length - 1 : edge.layers.findIndex((layer) => layer.target === owner);
  return place > owning ? "attempt" : place < owning ? "net" : "owner";
}

type Timeout = NonNullable<FaultTolerance["timeout"]>;

function outside(timeout: Timeout): Pick<Deadlines, "total"> {
  const total = take(timeout, "total");
  return total ? { total: decided("the owner's total plus max(10 %, 250 ms)", withMargin(total.value), total) } : {};
}

function inside(timeout: Timeout): Pick<Deadlines, "total"> {
  const limit = take(timeout, "perAttempt") ?? take(timeout, "total");
  return limit ? { total: decided("the limit of one attempt of the owner of retries", limit.value, limit) } : {};
}

/** Total plus max(10 %, 250 ms), in microseconds. */
export function withMargin(total: number): number {
  return total + Math.max(Math.ceil(total / 10), 250_000);
}

function unwritten(): Traced<number> {
  return decided("a connection may take 1 s where nothing is written", defaultConnectTimeout);
}
