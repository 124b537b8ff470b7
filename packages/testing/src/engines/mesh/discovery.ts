import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathOf } from "../locate.ts";
import type { Engine } from "../locate.ts";
import { discoveryDebug } from "./discovery-debug.ts";
import type { DiscoveryDebug } from "./discovery-debug.ts";
import { startKubernetesStub } from "./kubernetes-stub.ts";
import { startProgram } from "./program.ts";
import type { Program } from "./program.ts";

/** Istio's discovery server, which turns a folder of files into configuration for proxies. */
export interface Discovery extends DiscoveryDebug {
  /** Where it listens, on loopback: for a proxy's ADS stream in plain HTTP/2, and for its debug pages. */
  readonly port: number;
  /** From now on, says why it did not read the files again and goes on with the former ones, once that is so. */
  readonly watchUnread: () => () => string | undefined;
  readonly stop: () => Promise<void>;
}

/** Nothing outside the files: no ingress of Kubernetes, no certificates, no host that no file names. */
const MESH = `ingressControllerMode: "OFF"
enableAutoMtls: false
enableTracing: false
outboundTrafficPolicy: { mode: REGISTRY_ONLY }
`;

/** Certificates are off, the filters that only Istio's own Envoy has, and a way of listing that the stub does not know. */
const ENVIRONMENT = {
  ENABLE_CA_SERVER: "false",
  PILOT_ENABLE_ALPN_FILTER: "false",
  PILOT_ENABLE_METADATA_EXCHANGE: "false",
  PILOT_DEBOUNCE_AFTER: "10ms",
  KUBE_FEATURE_WatchListClient: "false",
  POD_NAME: "discovery",
  POD_NAMESPACE: "istio-system",
};

/** One port for everything, and no server that listens beyond loopback. */
const SERVERS = [
  "--httpAddr=127.0.0.1:0",
  ...["grpcAddr", "secureGRPCAddr", "httpsAddr", "monitoringAddr"].map((server) => `--${server}=`),
  "--ctrlz_address=127.0.0.1",
  "--ctrlz_port=0",
];

/** Starts it over a folder of files, in a temporary folder that becomes its own; it must be stopped. */
export async function startDiscovery(istio: Engine, folder: string, files: string): Promise<Discovery> {
  const [mesh, kubeconfig] = [join(folder, "mesh-config"), join(folder, "kubeconfig")];
  const stub = await startKubernetesStub();
  const stops = [stub.stop];
  const stop = async () => void (await Promise.all(stops.map((end) => end())));
  try {
    await writeFile(mesh, MESH);
    await writeFile(kubeconfig, JSON.stringify(accessTo(stub.url)));
    const sources = [`--configDir=${files}`, `--meshConfig=${mesh}`, "--networksConfig=", `--kubeconfig=${kubeconfig}`];
    const args = ["discovery", ...sources, ...SERVERS];
    const server = await startProgram({ command: pathOf(istio, "discovery"), args, folder, env: ENVIRONMENT });
    stops.push(server.stop);
    const port = await server.until("Istio's discovery server is ready", () => readyAt(server));
    return { port, ...discoveryDebug(port), watchUnread: () => watchUnread(server), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The port of a server that has read its files, once it has. */
async function readyAt(server: Program): Promise<number | undefined> {
  const port = /starting HTTP service at 127\.0\.0\.1:(\d+)/.exec(server.output())?.[1];
  if (port === undefined) return undefined;
  const ready = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
  return ready?.status === 200 ? Number(port) : undefined;
}

/** One file that Istio cannot read keeps it from reading the whole folder, which it only logs. */
function watchUnread(server: Program): () => string | undefined {
  const before = server.output().length;
  return () => {
    const lines = server.output().slice(before).split("\n");
    return lines.find((line) => line.includes("unable to reload file configuration"));
  };
}

function accessTo(server: string): object {
  return {
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name: "stub", cluster: { server } }],
    users: [{ name: "stub", user: {} }],
    contexts: [{ name: "stub", context: { cluster: "stub", user: "stub" } }],
    "current-context": "stub",
  };
}
