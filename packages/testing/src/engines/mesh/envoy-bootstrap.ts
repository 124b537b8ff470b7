import type { Entrance } from "./entrance.ts";

/** No endpoint may have it, or the proxy would take itself for that endpoint's workload. */
const OWN_ADDRESS = "127.9.9.9";

/** The configuration that Envoy starts with: who it is, and where the rest comes from. */
export function envoyBootstrap(entrance: Entrance, discoveryPort: number): object {
  const { kind, name, namespace, labels } = entrance;
  const node = {
    id: `${kind === "gateway" ? "router" : kind}~${OWN_ADDRESS}~${name}.${namespace}~${namespace}.svc.cluster.local`,
    cluster: `${name}.${namespace}`,
    metadata: {
      NAME: name,
      NAMESPACE: namespace,
      LABELS: labels,
      CLUSTER_ID: "Kubernetes",
      ISTIO_VERSION: "1.31.0",
      INSTANCE_IPS: OWN_ADDRESS,
      INTERCEPTION_MODE: "NONE",
    },
  };
  const ads = { ads: {}, initial_fetch_timeout: "0s", resource_api_version: "V3" };
  const stream = { envoy_grpc: { cluster_name: "discovery" } };
  return {
    node,
    dynamic_resources: {
      ads_config: { api_type: "GRPC", transport_api_version: "V3", grpc_services: [stream] },
      cds_config: ads,
      lds_config: ads,
    },
    static_resources: { clusters: [discoveryCluster(discoveryPort)] },
    admin: { address: loopback(0) },
  };
}

function discoveryCluster(port: number): object {
  const http2 = { explicit_http_config: { http2_protocol_options: {} } };
  const endpoints = [{ lb_endpoints: [{ endpoint: { address: loopback(port) } }] }];
  return {
    name: "discovery",
    type: "STATIC",
    load_assignment: { cluster_name: "discovery", endpoints },
    typed_extension_protocol_options: {
      "envoy.extensions.upstreams.http.v3.HttpProtocolOptions": {
        "@type": "type.googleapis.com/envoy.extensions.upstreams.http.v3.HttpProtocolOptions",
        ...http2,
      },
    },
  };
}

function loopback(port: number): object {
  return { socket_address: { address: "127.0.0.1", port_value: port } };
}
