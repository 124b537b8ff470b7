import { decided, take } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Endpoint, ServiceEntry } from "../model.ts";
import { isAddress } from "./address.ts";
import type { Context, Service } from "./context.ts";

/**
 * `ServiceEntry` with the written servers. A component that Kubernetes runs has its pods instead, and its port is the
 * Kubernetes service's.
 */
export function serviceEntry(service: Service, context: Context): ServiceEntry | undefined {
  const { balancer, hasPods } = service;
  const { on } = context;
  if (!balancer) return undefined;
  if (hasPods) {
    on.byDefault(balancer, "listen", problems.podsListen());
    on.impossible(balancer, "servers", problems.podsAreServers());
    return undefined;
  }
  const servers = balancer.servers ?? [];
  return {
    port: on.exact(balancer, "listen"),
    resolution: servers.every((one) => isAddress(one.host)) ? "STATIC" : "DNS",
    endpoints: servers.map((one) => endpoint(one, context)),
  };
}

type Server = NonNullable<NonNullable<Service["balancer"]>["servers"]>[number];

/** Weights are those of `WorkloadEntry`, which Envoy takes as they are. */
function endpoint(server: Server, { on }: Context): Endpoint {
  if (server.backup) on.impossible(server, "backup", problems.noBackup());
  else on.byDefault(server, "backup");
  return {
    address: on.exact(server, "host"),
    port: on.exact(server, "port") ?? decided("80, where a server has no port", 80, take(server, "host")),
    weight: on.exact(server, "weight"),
  };
}
