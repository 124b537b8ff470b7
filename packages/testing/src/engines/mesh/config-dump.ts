/** A part of Envoy's configuration as its API has it: `snake_case` keys, defaults left out. */
export type EnvoyResource = Readonly<Record<string, unknown>>;

/** What Envoy was given by the discovery server and uses now, by name. */
export interface ProxyConfig {
  /** Named `outbound|PORT|SUBSET|HOST`. */
  readonly clusters: Readonly<Record<string, EnvoyResource>>;
  /** Named by cluster. */
  readonly endpoints: Readonly<Record<string, EnvoyResource>>;
  readonly listeners: Readonly<Record<string, EnvoyResource>>;
  /** Named by port, each with its `virtual_hosts`. */
  readonly routes: Readonly<Record<string, EnvoyResource>>;
}

interface Dump {
  readonly configs: readonly {
    readonly dynamic_active_clusters?: readonly { readonly cluster: EnvoyResource }[];
    readonly dynamic_endpoint_configs?: readonly { readonly endpoint_config: EnvoyResource }[];
    readonly dynamic_listeners?: readonly { readonly active_state?: { readonly listener: EnvoyResource } }[];
    readonly dynamic_route_configs?: readonly { readonly route_config: EnvoyResource }[];
  }[];
}

/** Reads the text of Envoy's `/config_dump`. */
export function readConfigDump(text: string): ProxyConfig {
  const { configs } = JSON.parse(text) as Dump;
  const listeners = configs.flatMap((config) => config.dynamic_listeners ?? []);
  return {
    clusters: byName(configs.flatMap((config) => config.dynamic_active_clusters ?? []).map((one) => one.cluster)),
    endpoints: byName(
      configs.flatMap((config) => config.dynamic_endpoint_configs ?? []).map((one) => one.endpoint_config),
    ),
    listeners: byName(listeners.flatMap(({ active_state: state }) => (state === undefined ? [] : [state.listener]))),
    routes: byName(configs.flatMap((config) => config.dynamic_route_configs ?? []).map((one) => one.route_config)),
  };
}

function byName(resources: readonly EnvoyResource[]): Readonly<Record<string, EnvoyResource>> {
  return Object.fromEntries(resources.map((one) => [String(one["name"] ?? one["cluster_name"]), one]));
}
