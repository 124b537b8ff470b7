import { map, type Traced } from "@dpm/print";
import { decided, type Deadlines } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { printTime, wholeMilliseconds } from "../units.ts";
import type { Context } from "./context.ts";
import type { Route } from "./routes.ts";

/** What nginx waits for: a connection, and between two reads or writes. It has no deadline of a whole call. */
export interface Waits {
  readonly limits: Deadlines;
  readonly connect: Traced<number>;
  readonly idle: Traced<number>;
}

/** `proxy_connect_timeout` (at most 75 s), `proxy_read_timeout`, `proxy_send_timeout` (ngx_http_proxy_module). */
export function waits(route: Route, { on, owns, deadlines }: Context): Waits {
  const { edge, protection } = route;
  const nothing = "nginx's own 60 s, stated, where nothing is written";
  const unlimited = decided(nothing, 60_000_000);
  if (!edge) {
    const connect = decided("a connection may take 1 s where nothing is written", 1_000_000);
    return { limits: { role: "owner", connect }, connect, idle: unlimited };
  }
  const limits = deadlines(edge);
  const owning = owns(edge, "retry");
  const perAttempt = owning ? limits.perAttempt : undefined;
  const idle = map(perAttempt ?? limits.total ?? unlimited, wholeMilliseconds);
  const timeout = protection?.timeout;
  if (timeout) {
    const printed = printTime(idle.value);
    on.approximated(timeout, "total", problems.idleNotTotal({ slot: "proxy_read_timeout", printed }));
    if (owning) on.approximated(timeout, "perAttempt", problems.idleNotAttempt({ printed }));
    else on.elsewhere(timeout, "perAttempt", edge.owners.retry ?? edge.layers.at(-1)?.target ?? "");
    if (timeout.connect > longestConnect) on.approximated(timeout, "connect", problems.connectLimit());
    else on.exact(timeout, "connect");
  }
  return { limits, connect: map(limits.connect, (time) => wholeMilliseconds(Math.min(time, longestConnect))), idle };
}

const longestConnect = 75_000_000;
