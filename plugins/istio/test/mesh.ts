import { compile, type CompileInput, type Json } from "@dpm/core";
import { freePort, standIn, startBackend, startMesh, type Engine, type Mesh } from "@dpm/testing";
import plugin from "../src/index.ts";

type Backend = Awaited<ReturnType<typeof startBackend>>;
type Script = Parameters<typeof startBackend>[0];
export type Answer = Exclude<Script, (...args: never) => unknown>[number];

export interface Setup {
  /** The model; `10.0.0.1:8080` and so on stand for the servers of `Shop`. */
  readonly dpm: string;
  /** One for each server; `undefined` is a server that is down. */
  readonly servers: readonly (Script | undefined)[];
  readonly options?: Readonly<Record<string, Json>>;
  /** Another layer that owns these concerns. */
  readonly inProcess?: Parameters<typeof standIn>[0]["concerns"];
  /** The only components that the other layer is for. */
  readonly inProcessOf?: readonly string[];
  readonly owners?: CompileInput["owners"];
  /** A gateway's target, which owns nothing. */
  readonly gateway?: true;
}

/** The sidecar of a caller that the model does not name, that of the component `Gateway`, and that of `Shop` itself. */
type Name = "caller" | "gateway" | "shop";

/** What one sentence about the mesh is proven with. */
export interface Stage {
  readonly mesh: Mesh<Name>;
  readonly backends: readonly Backend[];
  /** Calls `Shop` through the sidecar of `caller`. */
  readonly call: Mesh<"caller">["proxies"]["caller"]["call"] extends (host: string, request?: infer R) => infer P
    ? (request?: R) => P
    : never;
  readonly seen: () => readonly number[];
}

/** The host of the component `Shop`. */
export const shop = "shop.default.svc.cluster.local";

/** A mesh that is started once; each sentence puts its own files in. */
export async function startStage(
  istio: Engine,
  envoy: Engine,
): Promise<{
  readonly play: <T>(setup: Setup, act: (stage: Stage) => Promise<T>) => Promise<T>;
  /** Where calls to `Shop` reach its sidecar, and where that one passes them on to. */
  readonly inbound: { readonly from: number; readonly to: number };
  readonly stop: () => Promise<void>;
}> {
  const [from, to] = [await freePort(), await freePort()];
  const proxies = { caller: {}, gateway: {}, shop: { inbound: { from, to } } } as const;
  const mesh = await startMesh<Name>({ istio, envoy }, { files: {}, proxies });
  return {
    stop: mesh.stop,
    inbound: { from, to },
    play: async (setup, act) => {
      const started = await Promise.all(setup.servers.map(async (script) => script && startBackend(script)));
      const backends = started.filter((one) => one !== undefined);
      try {
        const ports = await Promise.all(started.map(async (backend) => backend?.port ?? freePort()));
        await mesh.apply(filesOf(setup, ports));
        const lost = await mesh.lost();
        if (lost.length > 0) throw new Error(`Istio dropped ${lost.join(", ")}`);
        const seen = (): readonly number[] => backends.map((one) => one.calls.length);
        const done = await act({ mesh, backends, seen, call: (request) => mesh.proxies.caller.call(shop, request) });
        const refused = await Promise.all(Object.values(mesh.proxies).map((proxy) => proxy.rejected()));
        if (refused.some((count) => count > 0)) throw new Error("Envoy refused an update");
        return done;
      } finally {
        await Promise.all(backends.map((backend) => backend.stop()));
      }
    },
  };
}

function filesOf(
  { dpm, options = {}, inProcess, inProcessOf, owners, gateway }: Setup,
  ports: readonly number[],
): Readonly<Record<string, string>> {
  const text = ports.reduce((made, port, index) => {
    const server = `10.0.0.${index + 1}`;
    return made
      .replaceAll(`${server}:8080`, `127.0.0.1:${port}`)
      .replaceAll(`"${server}", port: 8080`, `"127.0.0.1", port: ${port}`);
  }, dpm);
  const neighbour = inProcess
    ? [
        {
          name: "in-process",
          plugin: standIn({ name: "in-process", layer: "in_process", concerns: inProcess }),
          ...(inProcessOf && { components: inProcessOf }),
        },
      ]
    : [];
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "shop.dpm", text }],
    targets: [
      ...(gateway ? [{ name: "nginx", plugin: standIn({ name: "nginx", layer: "gateway", concerns: [] }) }] : []),
      ...neighbour,
      { name: "istio", plugin, options },
    ],
    ...(owners && { owners }),
  });
  const made = artifacts.filter((one) => one.target === "istio");
  if (made.length === 0) throw new Error(diagnostics.map((one) => `${one.code}: ${one.message}`).join("\n"));
  return Object.fromEntries(made.map((one) => [one.path, one.content.text]));
}

/** How many connections of the caller's proxy to `Shop` have failed. */
export async function refusals(mesh: Stage["mesh"]): Promise<number> {
  return sum(await mesh.proxies.caller.stats(/shop.*upstream_cx_connect_fail$/));
}

function sum(stats: Readonly<Record<string, number>>): number {
  return Object.values(stats).reduce((all, one) => all + one, 0);
}

/**
 * Calls until one of the servers has got none of ten calls, and says which. Envoy decides on another thread than the one
 * that passes requests on, so some may still come after the failure that leaves a server out.
 */
export async function leftAlone(call: Stage["call"], seen: Stage["seen"]): Promise<number> {
  for (const deadline = performance.now() + 15_000; performance.now() < deadline;) {
    const before = seen();
    for (let request = 0; request < 10; request++) await call();
    const alone = seen().findIndex((count, index) => count === before[index]);
    if (alone >= 0) return alone;
  }
  throw new Error(`nobody was left out: ${seen().join(", ")}`);
}

/** Waits until so many servers of `Shop` are left out. */
export async function leftOut(mesh: Stage["mesh"], count: number): Promise<void> {
  const deadline = performance.now() + 15_000;
  for (;;) {
    const stats = await mesh.proxies.caller.stats(/shop.*outlier_detection\.ejections_active$/);
    if (sum(stats) === count) return;
    if (performance.now() > deadline)
      throw new Error(`it never came to ${count} servers left out: ${JSON.stringify(stats)}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
