import { map, yaml } from "@dpm/print";
import type { Endpoint, MeshService, ServiceEntry } from "../model.ts";

/** The `spec` of a `ServiceEntry` (networking.istio.io): servers inside the mesh that Kubernetes does not know. */
export function serviceEntry({ host }: MeshService, entry: ServiceEntry): yaml.Node {
  return yaml.map([
    ["hosts", yaml.list([yaml.str(host)])],
    ["location", yaml.str("MESH_INTERNAL")],
    [
      "ports",
      yaml.list([
        yaml.map([
          ["number", yaml.int(entry.port)],
          ["name", yaml.str("http")],
          ["protocol", yaml.str("HTTP")],
        ]),
      ]),
    ],
    ["resolution", yaml.str(entry.resolution)],
    ["endpoints", yaml.list(entry.endpoints.map(endpoint))],
  ]);
}

function endpoint({ address, port, weight }: Endpoint): yaml.Node {
  return yaml.map([
    ["address", yaml.str(map(address, bare))],
    ["ports", yaml.map([["http", yaml.int(port)]])],
    ["weight", yaml.int(weight)],
  ]);
}

/** An address of version 6 as Istio writes it: without brackets. */
function bare(host: string): string {
  return host.replace(/^\[|\]$/g, "");
}
