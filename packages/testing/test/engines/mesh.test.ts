import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { freePort, startBackend } from "../../src/engines/backend.ts";
import type { Answer, Backend } from "../../src/engines/backend.ts";
import { describeEngine } from "../../src/engines/describe-engine.ts";
import { analyzeIstio, validateIstio } from "../../src/engines/mesh/istioctl.ts";
import { startMesh } from "../../src/engines/mesh/mesh.ts";
import type { Mesh } from "../../src/engines/mesh/mesh.ts";

/** A service of one endpoint on this machine, and how it is called; no namespace, as a generator would leave it. */
function orders(port: number, retries: string, more = ""): Record<string, string> {
  const service = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: orders }
spec:
  hosts: [orders.shop]
  location: MESH_INTERNAL
  resolution: STATIC
  ports: [{ number: 80, name: http, protocol: HTTP }]
  endpoints: [{ address: 127.0.0.1, ports: { http: ${port} } }]
`;
  const policy = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: orders
spec:
  hosts: [orders.shop]
  gateways: [mesh, default/front]
  http:
    - route: [{ destination: { host: orders.shop } }]
      timeout: 1500ms
      retries: { ${retries} }
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: orders
spec:
  host: orders.shop
  trafficPolicy: { connectionPool: { tcp: { connectTimeout: 0.25s } } }
`;
  return { "service.yaml": service, "policy.yaml": policy, ...(more === "" ? {} : { "more.yaml": more }) };
}

/** Three calls a minute, at the workload that is called. */
const LIMIT = `apiVersion: networking.istio.io/v1alpha3
kind: EnvoyFilter
metadata: { name: limit }
spec:
  workloadSelector: { labels: { app: callee } }
  configPatches:
    - applyTo: HTTP_FILTER
      match:
        context: SIDECAR_INBOUND
        listener: { filterChain: { filter: { name: envoy.filters.network.http_connection_manager } } }
      patch:
        operation: INSERT_BEFORE
        value:
          name: envoy.filters.http.local_ratelimit
          typed_config:
            "@type": type.googleapis.com/udpa.type.v1.TypedStruct
            type_url: type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
            value:
              stat_prefix: limit
              token_bucket: { max_tokens: 3, tokens_per_fill: 3, fill_interval: 60s }
              filter_enabled: { default_value: { numerator: 100, denominator: HUNDRED } }
              filter_enforced: { default_value: { numerator: 100, denominator: HUNDRED } }
`;

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => (socket.destroy(), done(true))).once("error", () => done(false));
  });
}

describeEngine("istio", (istio) => {
  test("validate knows unknown fields and values out of range, analyze knows references that lead nowhere", async () => {
    const good = Object.values(orders(80, 'attempts: 2, retryOn: "503"')).join("---\n");
    expect(await validateIstio(istio, good)).toMatchObject({ ok: true });
    expect(await analyzeIstio(istio, good.replace("[mesh, default/front]", "[mesh]"))).toMatchObject({ ok: true });
    const misspelt = await validateIstio(istio, good.replace("attempts", "atempts"));
    expect([misspelt.ok, misspelt.output]).toEqual([false, expect.stringContaining('unknown field "atempts"')]);
    expect(await validateIstio(istio, good.replace('"503"', "6xx"))).toMatchObject({ ok: false });
    const astray = await analyzeIstio(istio, good);
    expect([astray.ok, astray.output]).toEqual([false, expect.stringContaining("Referenced gateway not found")]);
  });

  describeEngine("envoy", (envoy) => {
    const engines = { istio, envoy };
    let dir: string;
    let backend: Backend;
    let from: number;
    let script: Answer;
    let mesh: Mesh<"caller" | "front" | "callee">;

    beforeAll(async () => {
      // Temporary folders of our own, to see what is left in them.
      dir = await mkdtemp(join(tmpdir(), "dpm-mesh-test-"));
      await mkdir(join(dir, "tmp"));
      vi.stubEnv("TMPDIR", join(dir, "tmp"));
      backend = await startBackend(() => script);
      from = await freePort();
      const proxies = {
        caller: {},
        front: { kind: "gateway" },
        callee: { inbound: { from, to: backend.port } },
      } as const;
      mesh = await startMesh(engines, { files: orders(backend.port, 'attempts: 2, retryOn: "503"'), proxies });
    });
    beforeEach(() => {
      script = { status: 503 };
    });
    afterAll(async () => {
      await mesh?.stop();
      await backend?.stop();
      vi.unstubAllEnvs();
      await rm(dir, { recursive: true });
    });

    async function callsOf(call: () => Promise<{ readonly status: number }>): Promise<readonly [number, number]> {
      const before = backend.calls.length;
      const { status } = await call();
      return [status, backend.calls.length - before];
    }

    test("a sidecar and a gateway call as often as the VirtualService says, and new files count at once", async () => {
      const viaBoth = async () => [
        await callsOf(() => mesh.proxies.caller.call("orders.shop")),
        await callsOf(() => mesh.proxies.front.call("orders.shop")),
      ];
      expect(await viaBoth()).toEqual([
        [503, 3],
        [503, 3],
      ]);
      await mesh.apply(orders(backend.port, "attempts: 0"));
      expect(await viaBoth()).toEqual([
        [503, 1],
        [503, 1],
      ]);
      await mesh.apply(orders(backend.port, 'attempts: 1, retryOn: "503"'));
      expect(await viaBoth()).toEqual([
        [503, 2],
        [503, 2],
      ]);
      expect(await mesh.proxies.caller.rejected()).toBe(0);
    });

    test("a call arrives with its method, path, headers and body, and the answer comes back", async () => {
      script = { status: 201, headers: { "x-answer": "yes" }, body: "made" };
      const request = { method: "PUT", path: "/orders?id=1", headers: { "x-key": "7" }, body: "hello" };
      const answer = await mesh.proxies.caller.call("orders.shop", request);
      expect(answer).toMatchObject({ status: 201, headers: { "x-answer": "yes" }, body: "made" });
      expect(backend.calls.at(-1)).toMatchObject({ ...request, headers: { "x-key": "7", host: "orders.shop" } });
      expect(await mesh.proxies.caller.call("nobody.shop")).toMatchObject({ status: 502 });
    });

    test("what Envoy uses is what the files say, also where they name no namespace", async () => {
      const { clusters, endpoints, routes } = await mesh.proxies.caller.configDump();
      expect(clusters["outbound|80||orders.shop"]).toMatchObject({ connect_timeout: "0.250s" });
      expect(JSON.stringify(endpoints["outbound|80||orders.shop"])).toContain(`"port_value":${backend.port}`);
      expect(JSON.stringify(routes)).toContain('"timeout":"1.500s"');
      const stats = await mesh.proxies.caller.stats(/^cluster\.outbound.*orders.*upstream_rq_total$/);
      expect(Object.values(stats)).toEqual([expect.any(Number)]);
    });

    test("a field that Istio ignores is found by reading the files back", async () => {
      expect(await mesh.lost()).toEqual([]);
      expect((await mesh.readBack()).map(({ kind }) => kind)).toEqual([
        "DestinationRule",
        "ServiceEntry",
        "VirtualService",
      ]);
      await mesh.apply(orders(backend.port, 'attempts: 1, retryOn: "503", perTryTimout: 1s'));
      expect(await mesh.lost()).toEqual(["VirtualService default/orders.spec.http[0].retries.perTryTimout"]);
      expect(await callsOf(() => mesh.proxies.caller.call("orders.shop"))).toEqual([503, 2]);
    });

    test("a filter for the workload that is called acts there, and one that Envoy does not know is refused", async () => {
      script = {};
      await mesh.apply(orders(backend.port, "attempts: 0", LIMIT));
      const statuses = [];
      for (let call = 0; call < 5; call += 1) statuses.push((await fetch(`http://127.0.0.1:${from}/`)).status);
      expect(statuses).toEqual([200, 200, 200, 429, 429]);
      const misspelt = LIMIT.replace("max_tokens", "max_toens");
      await expect(mesh.apply(orders(backend.port, "attempts: 0", misspelt))).rejects.toThrow(
        /Envoy refuses .*max_toens/s,
      );
      expect(await mesh.proxies.callee.rejected()).toBeGreaterThan(0);
    });

    test("clusters and routes that Envoy refuses are errors, and the next good files count", async () => {
      const files = orders(backend.port, "attempts: 0");
      const merge = (applyTo: string, value: string) => `{ apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter,
  metadata: { name: bad }, spec: { configPatches: [{ applyTo: ${applyTo}, patch: { operation: MERGE, value: ${value} } }] } }`;
      const rings = "{ lb_policy: RING_HASH, ring_hash_lb_config: { minimum_ring_size: 9, maximum_ring_size: 1 } }";
      const clusters = mesh.apply({ ...files, bad: merge("CLUSTER", rings) });
      await expect(clusters).rejects.toThrow("minimum_ring_size (9) > maximum_ring_size (1)");
      const routes = mesh.apply({ ...files, bad: merge("VIRTUAL_HOST", "{ domains: [same.shop] }") });
      await expect(routes).rejects.toThrow("Duplicate entry of domain same.shop");
      await mesh.apply(files);
      expect(await callsOf(() => mesh.proxies.caller.call("orders.shop"))).toEqual([503, 1]);
    });

    test("a file that Istio cannot read is refused in its own words, and the next good one counts", async () => {
      const bad = orders(backend.port, "attempts: two");
      await expect(mesh.apply(bad)).rejects.toThrow("cannot parse proto message for orders");
      const before = await readdir(join(dir, "tmp"));
      await expect(startMesh(engines, { files: bad })).rejects.toThrow("cannot parse proto message for orders");
      expect(await readdir(join(dir, "tmp"))).toEqual(before);
      await mesh.apply(orders(backend.port, 'attempts: 3, retryOn: "503"'));
      expect(await callsOf(() => mesh.proxies.caller.call("orders.shop"))).toEqual([503, 4]);
    });

    test("one that would have a proxy listen beyond loopback is not even given to it", async () => {
      const open = `{ kind: Gateway, metadata: { name: open }, spec: { servers: [{ port: { number: 80 }, hosts: ["*"] }] } }`;
      await expect(startMesh(engines, { files: { open } })).rejects.toThrow("Gateway `open` needs 127.0.0.1 as `bind`");
    });

    test("a stopped mesh leaves its ports free, and another one starts right after it", async () => {
      const files = orders(backend.port, 'attempts: 1, retryOn: "503"');
      const before = await readdir(join(dir, "tmp"));
      for (let round = 0; round < 2; round += 1) {
        const { proxies, stop } = await startMesh(engines, { files });
        const answer = await callsOf(() => proxies.caller.call("orders.shop"));
        await stop();
        expect([answer, await isOpen(proxies.caller.port)]).toEqual([[503, 2], false]);
      }
      expect(await readdir(join(dir, "tmp"))).toEqual(before);
    });

    test("all of it is gone when the process that started it is killed", async () => {
      const before = await readdir(join(dir, "tmp"));
      const client = pathToFileURL(join(import.meta.dirname, "../../src/engines/mesh/mesh.ts")).href;
      const starting = `import { startMesh } from ${JSON.stringify(client)};
const { proxies } = await startMesh(${JSON.stringify(engines)}, { files: {} });
console.log(proxies.caller.port);
setInterval(() => {}, 1000);
`;
      await writeFile(join(dir, "orphan.mjs"), starting);
      const starter = execFile(process.execPath, [join(dir, "orphan.mjs")], { timeout: 30_000 });
      const [port] = (await once(starter.stdout ?? starter, "data")) as [string];
      expect(await isOpen(Number(port))).toBe(true);
      starter.kill("SIGKILL");
      await expect.poll(() => isOpen(Number(port)), { timeout: 5_000 }).toBe(false);
      await expect.poll(() => readdir(join(dir, "tmp")), { timeout: 5_000 }).toEqual(before);
    });
  });
});
