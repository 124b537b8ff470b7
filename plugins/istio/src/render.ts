import { print, yaml, type Printed, type TracedTree } from "@dpm/print";
import type { MeshService } from "./model.ts";
import { destinationRule } from "./render/destination-rule.ts";
import { envoyFilter } from "./render/envoy-filter.ts";
import { serviceEntry } from "./render/service-entry.ts";
import { virtualService } from "./render/virtual-service.ts";

/** Puts a raw value over a resource. */
export type Overlay = (resource: yaml.Node, raw: TracedTree) => yaml.Node;

/** Everything that Istio is told of one service, as a file of several resources. */
export function render(service: MeshService, api: "v1" | "v1beta1", overlay: Overlay): Printed {
  const { entry, limit } = service;
  const made = (version: string, kind: string, spec: yaml.Node): yaml.Node =>
    service.raw
      .flatMap(({ parts = [] }) => parts.filter((one) => one.path[0] === kind))
      .reduce(overlay, resource(version, kind, service, spec));
  const networking = `networking.istio.io/${api}`;
  return print(
    yaml.docs([
      ...(entry ? [made(networking, "ServiceEntry", serviceEntry(service, entry))] : []),
      made(networking, "VirtualService", virtualService(service)),
      made(networking, "DestinationRule", destinationRule(service)),
      ...(limit ? [made("networking.istio.io/v1alpha3", "EnvoyFilter", envoyFilter(service, limit))] : []),
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
