import {
  describeEngine,
  freePort,
  startBackend,
  startJvm,
  startMesh,
  validateIstio,
  type Engine,
  type Mesh,
} from "@dpm/testing";
import type { CompileInput } from "@dpm/core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { generate, startGateway, startServices, statusOf, type Running } from "./system.ts";

const host = "shop.default.svc.cluster.local";
const sidecars = { first: {}, second: {}, third: {} } as const;

/** nginx in front of three Envoys that Istio configures, in front of two services with the generated policy, in front of a backend that always fails. */
async function withSystem(
  engines: { readonly nginx: Engine; readonly istio: Engine },
  { mesh, jvm }: { readonly mesh: Mesh<keyof typeof sidecars>; readonly jvm: Awaited<ReturnType<typeof startJvm>> },
  owners: CompileInput["owners"],
  act: (get: () => Promise<number>, calls: () => number) => Promise<void>,
): Promise<void> {
  const running: Running[] = [];
  try {
    const backend = await startBackend([{ status: 503 }]);
    running.push(backend);
    const [listen = 0, ...ports] = await Promise.all(Array.from({ length: 3 }, () => freePort()));
    const entrances = Object.values(mesh.proxies).map((one) => one.port);
    const files = await generate(
      "three-layers",
      { ...at("10.0.0", ports), ...at("10.0.1", entrances) },
      listen,
      owners,
    );
    const istio = files.get("istio/shop.yaml") ?? "";
    expect(await validateIstio(engines.istio, istio)).toMatchObject({ ok: true });
    await mesh.apply({ "shop.yaml": istio });
    expect(await mesh.lost()).toEqual([]);
    running.unshift(await startServices(jvm, files, backend.address, ports));
    running.unshift(await startGateway(engines.nginx, files));
    await act(
      () => statusOf(listen, "GET", host),
      () => backend.calls.length,
    );
    for (const proxy of Object.values(mesh.proxies)) expect(await proxy.rejected()).toBe(0);
  } finally {
    for (const one of running) await one.stop();
  }
}

function at(network: string, ports: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries(ports.map((port, index) => [`${network}.${index + 1}`, port]));
}

describeEngine("nginx-1.31", (nginx) => {
  describeEngine("jvm", (java) => {
    describeEngine("istio", (istio) => {
      describeEngine("envoy", (envoy) => {
        let parts: Parameters<typeof withSystem>[1];
        beforeAll(async () => {
          const [jvm, mesh] = await Promise.all([
            startJvm(java),
            startMesh({ istio, envoy }, { files: {}, proxies: sidecars }),
          ]);
          parts = { jvm, mesh };
        });
        afterAll(async () => {
          await Promise.all([parts.jvm.stop(), parts.mesh.stop()]);
        });

        test.each([
          ["the service", undefined],
          ["the mesh", { Shop: { retry: "mesh" } }],
          ["the gateway", { Shop: { retry: "gateway" } }],
        ])("with %s as owner of the retries the backend sees exactly three calls", async (_, owners) => {
          await withSystem({ nginx, istio }, parts, owners, async (get, calls) => {
            expect(await get()).toBe(503);
            expect(calls()).toBe(3);
          });
        });
      });
    });
  });
});
