import { componentOf, facet, spanOf, type Diagnostic, type ValidateContext } from "@dpm/core";
import { phrases, problems } from "./diagnostics.ts";
import { isAddress, isName } from "./lower/address.ts";
import { hostOf } from "./lower/host.ts";
import type { Service } from "./lower/context.ts";
import { servicesOf } from "./lower/services.ts";
import type { Options } from "./options.ts";

type Context = ValidateContext<Options>;

/** What Istio cannot be told at all, and what it expects to be there. */
export function refusals(context: Context): readonly Diagnostic[] {
  const services = servicesOf(context);
  return [
    ...sameHosts(services),
    ...services.flatMap((one) => [
      ...names(one, context),
      ...hosts(one),
      ...assumed(one, context),
      ...throughGateways(one, context),
    ]),
  ];
}

function blockOf({ protection, balancer }: Service): object {
  return protection ?? balancer ?? {};
}

/** The name of a Kubernetes service (RFC 1035), and the whole host. */
function names(service: Service, { target }: Context): readonly Diagnostic[] {
  const { name, serviceName } = service.component;
  const host = hostOf(service.component, target.options);
  if (/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(serviceName) && isName(host)) return [];
  return [problems.badName({ name, host }).at(spanOf(blockOf(service)))];
}

/** Files and hosts are named after service names, and two components may have the same. */
function sameHosts(services: readonly Service[]): readonly Diagnostic[] {
  const groups = Map.groupBy(services, ({ component }) => component.serviceName);
  return [...groups].flatMap(([name, [first, ...others]]) =>
    others.map((other) => {
      const related = first ? [{ message: phrases.theOther(), span: spanOf(blockOf(first)) }] : [];
      const params = { one: first?.component.name ?? "", other: other.component.name, name };
      return problems.sameHost(params).at(spanOf(blockOf(other)), { related });
    }),
  );
}

function hosts({ balancer, hasPods }: Service): readonly Diagnostic[] {
  if (hasPods) return [];
  return (balancer?.servers ?? []).flatMap((server) =>
    isAddress(server.host) || isName(server.host)
      ? []
      : [problems.badHost({ host: server.host }).at(spanOf(server, "host"))],
  );
}

/** A proxy finds the service by the `Host` of a request, and lets pass what it does not know. */
function throughGateways({ component, edges }: Service, { model, target, owns }: Context): readonly Diagnostic[] {
  return edges.flatMap((edge) => {
    const caller = edge.from === "gateway" && edge.caller !== undefined ? componentOf(model, edge.caller) : undefined;
    const gateway = caller && facet(caller, "load_balancer");
    if (!gateway || !(owns(edge, "retry") || owns(edge, "bulkhead"))) return [];
    const host = hostOf(component, target.options);
    return [problems.gatewayHost({ gateway: gateway.name, host }).at(spanOf(gateway, "calls"))];
  });
}

function assumed(service: Service, { target }: Context): readonly Diagnostic[] {
  const { component, balancer } = service;
  if (balancer?.servers || facet(component, "deploy_kubernetes")) return [];
  const host = hostOf(component, target.options);
  return [problems.serviceAssumed({ name: component.name, host }).at(spanOf(blockOf(service)))];
}
