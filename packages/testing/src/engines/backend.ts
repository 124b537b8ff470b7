import { createServer } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";

/** What a backend does with one call once it has read all of it. */
export interface Answer {
  /** Waits so long first, in milliseconds. */
  readonly afterMs?: number;
  /** Answers with this status (200 when nothing else is said) ... */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** ... or closes the connection with a reset ... */
  readonly reset?: boolean;
  /** ... or never answers. */
  readonly hang?: boolean;
}

/** One call that a backend has read. */
export interface Call {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds since the backend started. */
  readonly at: number;
}

/** A running backend. */
export interface Backend {
  readonly port: number;
  /** `127.0.0.1:port` */
  readonly address: string;
  /** The calls so far, in the order in which they were read. */
  readonly calls: readonly Call[];
  /** Closes its port and every connection; a later connect is refused. */
  readonly stop: () => Promise<void>;
}

/**
 * A real HTTP server on loopback whose answers follow a script: one entry per call, the last one repeated, or a function
 * of the call and its index. An empty script answers 200.
 */
export async function startBackend(
  script: readonly Answer[] | ((call: Call, index: number) => Answer),
  port = 0,
): Promise<Backend> {
  const calls: Call[] = [];
  const started = performance.now();
  const answerTo =
    typeof script === "function" ? script : (_: Call, index: number) => script[index] ?? script.at(-1) ?? {};
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = performance.now() - started;
    const { method = "", url: path = "", headers } = request;
    const call = { method, path, headers, body: await text(request), at };
    const answer = answerTo(call, calls.push(call) - 1);
    if (answer.afterMs !== undefined) await sleep(answer.afterMs, undefined, { ref: false });
    if (answer.hang === true) return;
    if (answer.reset === true) return void request.socket.resetAndDestroy();
    response.writeHead(answer.status ?? 200, answer.headers).end(answer.body ?? "");
  };
  // A caller that leaves in the middle of its request was never a call.
  const server = createServer(
    (request, response) => void serve(request, response).catch(() => request.socket.destroy()),
  );
  await new Promise<void>((done, fail) => server.once("error", fail).listen(port, "127.0.0.1", done));
  const bound = (server.address() as AddressInfo).port;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { port: bound, address: `127.0.0.1:${bound}`, calls, stop };
}

/** A loopback port that nobody listens on: to give a server, or to be refused. */
export async function freePort(): Promise<number> {
  const backend = await startBackend([]);
  await backend.stop();
  return backend.port;
}
