import type { Entrance } from "./entrance.ts";
import type { Resource } from "./resources.ts";

/** What the discovery server says of itself on its debug pages. */
export interface DiscoveryDebug {
  /** Every resource that it knows, as it understood it. */
  readonly readBack: () => Promise<readonly Resource[]>;
  /** How a proxy took its last update of each type. */
  readonly answersOf: (entrance: Entrance) => Promise<Answers>;
}

/** A proxy's answers. */
export interface Answers {
  /** It has answered its last update of routes, the type that comes last in every round: it has answered all of them. */
  readonly isComplete: boolean;
  /** The proxy's words for each update that it refused and that no later one has replaced. */
  readonly refusals: readonly string[];
}

interface SyncedProxy {
  readonly proxy: string;
  readonly route_sent?: string;
  readonly route_acked?: string;
  readonly resources: Readonly<Record<string, { readonly lastError?: string }>>;
}

const LIMIT_MS = 5_000;

/** The debug pages on a port of loopback. */
export function discoveryDebug(port: number): DiscoveryDebug {
  const read = async (page: string): Promise<unknown> =>
    (await fetch(`http://127.0.0.1:${port}/debug/${page}`, { signal: AbortSignal.timeout(LIMIT_MS) })).json();
  return {
    readBack: async () => (await read("configz")) as readonly Resource[],
    answersOf: async ({ name, namespace }) => {
      const proxies = (await read("syncz")) as readonly SyncedProxy[];
      const synced = proxies.find(({ proxy }) => proxy === `${name}.${namespace}`);
      const errors = Object.values(synced?.resources ?? {}).map(({ lastError }) => lastError);
      return {
        isComplete: synced?.route_sent !== undefined && synced.route_sent === synced.route_acked,
        refusals: errors.filter((error) => error !== undefined),
      };
    },
  };
}
