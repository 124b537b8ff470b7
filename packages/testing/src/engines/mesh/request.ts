import { once } from "node:events";
import { request } from "node:http";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

/** A call to a host of the mesh; GET `/` when nothing else is said. */
export interface MeshRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** The answer to a call. */
export interface MeshResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds from the call to the end of the answer. */
  readonly tookMs: number;
}

const LIMIT_MS = 30_000;

/** Calls a host through a proxy's port on loopback, on a connection of its own; throws when there is no HTTP answer. */
export async function callThrough(port: number, host: string, call: MeshRequest = {}): Promise<MeshResponse> {
  const { method = "GET", path = "/", headers, body } = call;
  const started = performance.now();
  const signal = AbortSignal.timeout(LIMIT_MS);
  const options = { host: "127.0.0.1", port, method, path, headers: { ...headers, host }, agent: false, signal };
  const sent = request(options);
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  const all = await text(response);
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    body: all,
    tookMs: performance.now() - started,
  };
}
