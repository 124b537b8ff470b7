import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathOf } from "../locate.ts";
import type { Engine } from "../locate.ts";
import type { ProxyConfig } from "./config-dump.ts";
import type { Entrance } from "./entrance.ts";
import { envoyAdmin } from "./envoy-admin.ts";
import { envoyBootstrap } from "./envoy-bootstrap.ts";
import { generationIn } from "./own-file.ts";
import { startProgram } from "./program.ts";
import type { Program } from "./program.ts";
import { callThrough } from "./request.ts";
import type { MeshRequest, MeshResponse } from "./request.ts";

/** A running Envoy of a mesh. */
export interface Proxy {
  /** Its loopback port for calls to any host of the mesh, which goes by the `Host` header. */
  readonly port: number;
  /** Calls a host of the mesh, on a connection of its own. */
  readonly call: (host: string, request?: MeshRequest) => Promise<MeshResponse>;
  /** What Istio made of the files for this proxy. */
  readonly configDump: () => Promise<ProxyConfig>;
  /** Envoy's counters and gauges by name: all of them, or those that the regular expression matches. */
  readonly stats: (matching?: RegExp) => Promise<Readonly<Record<string, number>>>;
  /** How many updates Envoy has refused so far. */
  readonly rejected: () => Promise<number>;
  /** What Envoy wrote, from warnings up. */
  readonly output: () => string;
}

/** A proxy, for the mesh that started it. */
export interface RunningProxy {
  readonly entrance: Entrance;
  readonly proxy: Proxy;
  /** Whether its routes are of this generation of the files, and nothing else is still on its way in. */
  readonly isUsing: (generation: number) => Promise<boolean>;
  readonly until: Program["until"];
  readonly stop: () => Promise<void>;
}

/** One worker, so that counts per worker are counts; and a field that Envoy does not know is an error, as in a test it should. */
const FLAGS = ["--disable-hot-restart", "--concurrency", "1", "--reject-unknown-dynamic-fields", "-l", "warn"];

/** Starts Envoy and waits for its admin interface; its configuration may come later. It must be stopped. */
export async function startProxy(envoy: Engine, entrance: Entrance, discoveryPort: number): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), "dpm-envoy-"));
  const [bootstrap, address] = [join(folder, "bootstrap.json"), join(folder, "admin-address")];
  await writeFile(bootstrap, JSON.stringify(envoyBootstrap(entrance, discoveryPort)));
  const args = [...FLAGS, "-c", bootstrap, "--admin-address-path", address];
  const server = await startProgram({ command: pathOf(envoy, "envoy"), args, folder });
  const { port } = entrance;
  try {
    const written = async () => (await readFile(address, "utf8").catch(() => "")) || undefined;
    const { configDump, stats, isSettled } = envoyAdmin(await server.until("Envoy listens", written));
    const rejected = async () =>
      Object.values(await stats(/\.update_rejected$/)).reduce((sum, count) => sum + count, 0);
    return {
      entrance,
      proxy: {
        port,
        call: (host, request) => callThrough(port, host, request),
        configDump,
        stats,
        rejected,
        output: server.output,
      },
      isUsing: async (generation) => (await isSettled()) && generationIn(await configDump()) === generation,
      until: server.until,
      stop: server.stop,
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
