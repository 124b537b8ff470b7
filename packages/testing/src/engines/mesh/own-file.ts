import type { ProxyConfig } from "./config-dump.ts";
import { PROXY_LABEL } from "./entrance.ts";
import type { Entrance } from "./entrance.ts";
import type { Resource } from "./resources.ts";

/** A host whose route says to each proxy which generation of the files it has; nobody calls it. */
const PROBE_HOST = "probe.dpm.mesh";

const OWN_LABEL = "dpm.mesh/own";

/** The namespace of what belongs to the mesh itself; Istio keeps its own there. */
const ROOT = "istio-system";

/** What the mesh itself needs beside the caller's files, as JSON, which is YAML: the entrances, and the generation. */
export function ownFile(entrances: readonly Entrance[], generation: number): string {
  const own = entrances.map((entrance) => (entrance.kind === "gateway" ? gatewayOf(entrance) : sidecarOf(entrance)));
  const resources = [...own, plaintext(), probeHost(), generationProbe(entrances, generation)];
  return resources.map((one) => `${JSON.stringify(one)}\n`).join("---\n");
}

/** Whether a resource is one of the mesh's own. */
export function isOwn({ metadata }: Resource): boolean {
  return metadata.labels?.[OWN_LABEL] !== undefined;
}

/** The generation of the files that a proxy's routes come from. */
export function generationIn({ routes }: ProxyConfig): number | undefined {
  const hosts = Object.values(routes).flatMap((route) => (route as unknown as Routes).virtual_hosts ?? []);
  const probe = hosts.find(({ domains }) => domains.includes(PROBE_HOST));
  const text = probe?.routes[0]?.direct_response?.body.inline_string;
  return text === undefined ? undefined : Number(text);
}

interface Routes {
  readonly virtual_hosts?: readonly {
    readonly domains: readonly string[];
    readonly routes: readonly { readonly direct_response?: { readonly body: { readonly inline_string: string } } }[];
  }[];
}

function gatewayOf({ name, namespace, port }: Entrance): Resource {
  const server = { port: { number: port, name: "http", protocol: "HTTP" }, bind: "127.0.0.1", hosts: ["*"] };
  return networking("Gateway", { name, namespace }, { selector: { [PROXY_LABEL]: name }, servers: [server] });
}

/** A forward proxy, since no traffic is redirected to it. */
function sidecarOf({ name, namespace, port, inbound }: Entrance): Resource {
  const listener = { bind: "127.0.0.1", captureMode: "NONE" };
  const egress = { ...listener, port: { number: port, name: "http-proxy", protocol: "HTTP_PROXY" }, hosts: ["*/*"] };
  const ingress = inbound && {
    ...listener,
    port: { number: inbound.from, name: "http", protocol: "HTTP" },
    defaultEndpoint: `127.0.0.1:${inbound.to}`,
  };
  return networking(
    "Sidecar",
    { name, namespace },
    {
      workloadSelector: { labels: { [PROXY_LABEL]: name } },
      ...(ingress && { ingress: [ingress] }),
      egress: [egress],
    },
  );
}

/** Nobody hands out certificates here. */
function plaintext(): Resource {
  return security("PeerAuthentication", { name: "default", namespace: ROOT }, { mtls: { mode: "DISABLE" } });
}

function probeHost(): Resource {
  const ports = [{ number: 80, name: "http", protocol: "HTTP" }];
  return networking(
    "ServiceEntry",
    { name: "probe", namespace: ROOT },
    { hosts: [PROBE_HOST], ports, resolution: "NONE" },
  );
}

function generationProbe(entrances: readonly Entrance[], generation: number): Resource {
  const gateways = entrances
    .filter(({ kind }) => kind === "gateway")
    .map(({ namespace, name }) => `${namespace}/${name}`);
  const http = [{ directResponse: { status: 200, body: { string: String(generation) } } }];
  return networking(
    "VirtualService",
    { name: "probe", namespace: ROOT },
    { hosts: [PROBE_HOST], gateways: ["mesh", ...gateways], http },
  );
}

const networking = resourceOf("networking.istio.io/v1");
const security = resourceOf("security.istio.io/v1");

function resourceOf(apiVersion: string) {
  return (kind: string, metadata: Resource["metadata"], spec: NonNullable<Resource["spec"]>): Resource => ({
    apiVersion,
    kind,
    metadata: { ...metadata, labels: { [OWN_LABEL]: "true" } },
    spec,
  });
}
