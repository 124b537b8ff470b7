import { readConfigDump } from "./config-dump.ts";
import type { ProxyConfig } from "./config-dump.ts";

/** Envoy's admin interface. */
export interface EnvoyAdmin {
  readonly configDump: () => Promise<ProxyConfig>;
  /** Counters and gauges by name: all of them, or those that the regular expression matches. */
  readonly stats: (matching?: RegExp) => Promise<Readonly<Record<string, number>>>;
  /** Whether Envoy has had its first configuration and listens, and no newer one is still on its way in. */
  readonly isSettled: () => Promise<boolean>;
}

const LIMIT_MS = 5_000;

const WARMING = /^(listener_manager\.total_listeners_warming|cluster_manager\.warming_clusters)$/;

/** The admin interface at `HOST:PORT`. */
export function envoyAdmin(address: string): EnvoyAdmin {
  const read = (path: string) => fetch(`http://${address}${path}`, { signal: AbortSignal.timeout(LIMIT_MS) });
  const stats = async (matching?: RegExp) => {
    const filter = matching === undefined ? "" : `?filter=${encodeURIComponent(matching.source)}`;
    const text = await (await read(`/stats${filter}`)).text();
    return Object.fromEntries([...text.matchAll(/^(\S+): (\d+)$/gm)].map(([, name, value]) => [name, Number(value)]));
  };
  const isSettled = async () => {
    const [ready, warming] = await Promise.all([read("/ready"), stats(WARMING)]);
    await ready.body?.cancel();
    return ready.ok && Object.values(warming).every((count) => count === 0);
  };
  return {
    configDump: async () => readConfigDump(await (await read("/config_dump?include_eds")).text()),
    stats,
    isSettled,
  };
}
