import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../locate.ts";
import { adoption } from "./adoption.ts";
import { makeConfigFolder } from "./config-folder.ts";
import { startDiscovery } from "./discovery.ts";
import { entranceOf } from "./entrance.ts";
import type { ProxyOptions } from "./entrance.ts";
import { assertLoopback } from "./loopback.ts";
import { lostFields } from "./lost-fields.ts";
import { isOwn, ownFile } from "./own-file.ts";
import { startProxy } from "./proxy.ts";
import type { Proxy } from "./proxy.ts";
import { resourcesOf } from "./resources.ts";
import type { Files, Resource } from "./resources.ts";

/** What a mesh is made of. */
export interface MeshOptions<Name extends string> {
  /** Istio's resources as YAML; one without a namespace belongs to `default`. Endpoints are ports of this machine. */
  readonly files: Files;
  /** One sidecar called `caller` when nothing is said. */
  readonly proxies?: Readonly<Record<Name, ProxyOptions>>;
}

/** Istio's discovery server and the proxies that it configures. */
export interface Mesh<Name extends string> {
  readonly proxies: Readonly<Record<Name, Proxy>>;
  /** Puts files in the place of the former ones and waits until every proxy uses them; throws as the start does. */
  readonly apply: (files: Files) => Promise<void>;
  /** The resources as Istio understood them: every value is the effective one, as Istio writes it. */
  readonly readBack: () => Promise<readonly Resource[]>;
  /** What of the files Istio did not understand, as `lostFields` says it. */
  readonly lost: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts a mesh on loopback and waits until every proxy uses the files. It must be stopped; should this process die
 * first, all of it is gone. Throws when Istio refuses a file, when Envoy refuses what Istio made of the files, and when
 * they would have a proxy listen beyond loopback or send calls there.
 */
export async function startMesh<Name extends string = "caller">(
  engines: { readonly istio: Engine; readonly envoy: Engine },
  options: MeshOptions<Name>,
): Promise<Mesh<Name>> {
  let { files } = options;
  assertLoopback(resourcesOf(files));
  const wanted = Object.entries<ProxyOptions>(options.proxies ?? { caller: {} });
  const entrances = await Promise.all(wanted.map(([name, proxy]) => entranceOf(name, proxy)));
  let generation = 0;
  const home = await mkdtemp(join(tmpdir(), "dpm-mesh-"));
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    await Promise.all(stops.splice(0).map((end) => end()));
    await rm(home, { recursive: true, force: true });
  };
  try {
    const folder = await makeConfigFolder(join(home, "files"));
    const write = (some: Files) => folder.write(some, ownFile(entrances, (generation += 1)));
    await write(files);
    const discovery = await startDiscovery(engines.istio, home, folder.path);
    stops.push(discovery.stop);
    const starts = entrances.map((entrance) => startProxy(engines.envoy, entrance, discovery.port));
    // Each proxy must be known to the stop even when another one failed.
    const started = (await Promise.allSettled(starts)).filter((one) => one.status === "fulfilled");
    stops.push(...started.map(({ value }) => value.stop));
    const running = await Promise.all(starts);
    const adopted = async (unread: () => string | undefined) => {
      await Promise.all(running.map((proxy) => adoption(proxy, generation, { ...discovery, unread })));
    };
    await adopted(() => undefined);
    const readBack = async () => (await discovery.readBack()).filter((resource) => !isOwn(resource));
    return {
      proxies: Object.fromEntries(running.map(({ entrance, proxy }) => [entrance.name, proxy])) as Record<Name, Proxy>,
      apply: async (next) => {
        assertLoopback(resourcesOf(next));
        const unread = discovery.watchUnread();
        await write(next);
        await adopted(unread);
        files = next;
      },
      readBack,
      lost: async () => lostFields(resourcesOf(files), await readBack()),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
