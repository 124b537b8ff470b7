import { print, yaml, type Printed } from "@dpm/print";
import type { MeshService } from "./model.ts";
import { destinationRule } from "./render/destination-rule.ts";
import { envoyFilter } from "./render/envoy-filter.ts";
import { serviceEntry } from "./render/service-entry.ts";
import { virtualService } from "./render/virtual-service.ts";

/** Everything that Istio is told of one service, as a file of several resources. */
export function render(service: MeshService, api: "v1" | "v1beta1"): Printed {
  const { entry, limit } = service;
  const networking = `networking.istio.io/${api}`;
  return print(
    yaml.docs([
      ...(entry ? [resource(networking, "ServiceEntry", service, serviceEntry(service, entry))] : []),
      resource(networking, "VirtualService", service, virtualService(service)),
      resource(networking, "DestinationRule", service, destinationRule(service)),
      ...(limit ? [resource("networking.istio.io/v1alpha3", "EnvoyFilter", service, envoyFilter(service, limit))] : []),
    ]),
  );
}

function resource(api: string, kind: string, { name, namespace }: MeshService, spec: yaml.Node): yaml.Node {
  return yaml.map([
    ["apiVersion", yaml.str(api)],
    ["kind", yaml.str(kind)],
    [
      "metadata",
      yaml.map([
        ["name", yaml.str(name)],
        ["namespace", yaml.str(namespace)],
      ]),
    ],
    ["spec", spec],
  ]);
}
