import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A Kubernetes API without any object. */
export interface KubernetesStub {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts it on loopback: every list is empty, every watch stays open and says nothing, no object is found or made. */
export async function startKubernetesStub(): Promise<KubernetesStub> {
  const server = createServer(answer);
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, stop };
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://stub");
  const say = (status: number, body: object) =>
    void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  if (request.method !== "GET" || namesObject(pathname))
    return say(404, { kind: "Status", apiVersion: "v1", status: "Failure", reason: "NotFound", code: 404 });
  if (searchParams.has("watch")) return response.writeHead(200, { "content-type": "application/json" }).flushHeaders();
  if (pathname === "/version") return say(200, { major: "1", minor: "33", gitVersion: "v1.33.0" });
  // Without a kind, a client takes a list for one of the kind that it asked for; only one of metadata must say so.
  const asMetadata = request.headers.accept?.includes("as=PartialObjectMetadataList") === true;
  const kind = asMetadata ? { kind: "PartialObjectMetadataList", apiVersion: "meta.k8s.io/v1" } : {};
  say(200, { ...kind, metadata: { resourceVersion: "1" }, items: [] });
}

/** Whether a path leads to one object: `/api/v1/` or `/apis/GROUP/v1/`, a namespace or none, a kind and a name. */
function namesObject(path: string): boolean {
  const [kind, name, ...rest] = path.replace(/^\/(api|apis\/[^/]+)\/[^/]+\//, "").split("/");
  return rest.length > 0 ? kind !== "namespaces" || rest.length > 1 : name !== undefined && path.startsWith("/api");
}
