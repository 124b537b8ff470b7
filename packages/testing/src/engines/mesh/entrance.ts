import { freePort } from "../backend.ts";

/** A proxy of a mesh: when nothing is said a sidecar, beside a workload that calls others. */
export interface ProxyOptions {
  /** A gateway serves the VirtualServices that name it among their `gateways`, as `NAMESPACE/NAME`. */
  readonly kind?: "sidecar" | "gateway";
  /** `default` when nothing is said. */
  readonly namespace?: string;
  /** The workload's labels beside `app`, which is the proxy's name: what `sourceLabels` and selectors look at. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A sidecar takes the calls to its workload too: from one port of this machine to another. */
  readonly inbound?: { readonly from: number; readonly to: number };
}

/** A proxy, and where it takes requests. */
export interface Entrance {
  readonly kind: "sidecar" | "gateway";
  readonly name: string;
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
  /** The port for calls to any host, on loopback. */
  readonly port: number;
  readonly inbound: ProxyOptions["inbound"];
}

/** The label by which the mesh's own resources find their proxy. */
export const PROXY_LABEL = "dpm.mesh/proxy";

/** Fills in what the options leave open. */
export async function entranceOf(name: string, options: ProxyOptions): Promise<Entrance> {
  const { kind = "sidecar", namespace = "default", inbound } = options;
  const labels = { app: name, ...options.labels, [PROXY_LABEL]: name };
  return { kind, name, namespace, labels, port: await freePort(), inbound };
}
