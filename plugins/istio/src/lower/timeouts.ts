import { combine, map, type Traced } from "@dpm/print";
import { decided, type Deadlines, type Edge, type FaultTolerance } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { printTime } from "../render/duration.ts";
import { inMilliseconds, wholeMilliseconds } from "../units.ts";
import type { Context, Service } from "./context.ts";

/** What a route waits for. */
export interface Waits {
  /** Of the whole request, absent where nothing is written: Istio then has no limit either. */
  readonly timeout?: Traced<number>;
  /** Of each attempt; only where there can be a second one. */
  readonly perTry?: Traced<number>;
}

/**
 * `timeout` covers every attempt and pause, `perTryTimeout` one of them (VirtualService, HTTPRoute and HTTPRetry).
 * The owner of the retries states both as they are written, a net around it more, and inside it there is one attempt.
 */
export function waits(edge: Edge, protection: FaultTolerance, hasRetries: boolean, context: Context): Waits {
  const { timeout } = protection;
  if (!timeout) return {};
  const limits = context.deadlines(edge);
  switch (limits.role) {
    case "owner":
      return owning(limits, timeout, hasRetries, context);
    case "net":
      return around(limits, timeout, edge, context);
    case "attempt":
      return within(limits, timeout, edge, context);
  }
}

/** `tcp.connectTimeout`: Istio's own is 10 s (DestinationRule, ConnectionPoolSettings.TCPSettings). */
export function connectTimeout({ protection, edges }: Service, context: Context): Traced<number> {
  const [edge] = edges;
  if (protection?.timeout) take(protection.timeout, "connect", context);
  if (edge) return inMilliseconds(context.deadlines(edge).connect);
  return decided("a connection may take 1 s where nothing is written", 1_000_000);
}

type Timeout = NonNullable<FaultTolerance["timeout"]>;

function owning({ total, perAttempt }: Deadlines, timeout: Timeout, hasRetries: boolean, context: Context): Waits {
  take(timeout, "total", context);
  take(timeout, "perAttempt", context);
  if (hasRetries) {
    return {
      ...(total && { timeout: inMilliseconds(total) }),
      ...(perAttempt && { perTry: inMilliseconds(perAttempt) }),
    };
  }
  // The only attempt is the whole request.
  const both = total && perAttempt ? combine([total, perAttempt], Math.min) : (total ?? perAttempt);
  return both ? { timeout: inMilliseconds(both) } : {};
}

/** A written deadline; Istio takes whole milliseconds. */
function take(timeout: Timeout, field: keyof typeof slots, { on }: Context): void {
  const time = timeout[field];
  const isWhole = time === undefined || wholeMilliseconds(time) === time;
  if (isWhole) on.exact(timeout, field);
  else on.approximated(timeout, field, problems.roundedUp({ slot: slots[field] }));
}

const slots = { total: "timeout", perAttempt: "perTryTimeout", connect: "connectTimeout" } as const;

function around({ total }: Deadlines, timeout: Timeout, edge: Edge, { on }: Context): Waits {
  const inner = edge.owners.retry?.target ?? edge.layers.at(-1)?.target ?? "";
  on.elsewhere(timeout, "perAttempt", inner);
  if (!total) return {};
  const net = inMilliseconds(total);
  on.approximated(timeout, "total", problems.net({ owner: inner, printed: printTime(net.value) }));
  return { timeout: net };
}

function within({ total: limit }: Deadlines, timeout: Timeout, edge: Edge, context: Context): Waits {
  const { on } = context;
  const owner = edge.owners.retry?.target ?? "";
  on.elsewhere(timeout, "total", owner);
  if (timeout.perAttempt !== undefined) take(timeout, "perAttempt", context);
  return limit ? { timeout: map(limit, wholeMilliseconds) } : {};
}
