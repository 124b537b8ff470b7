import { facet, spanOf, type Diagnostic, type ValidateContext } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { isAddress, isName } from "./lower/address.ts";
import type { Service } from "./lower/context.ts";
import { servicesOf } from "./lower/services.ts";
import type { Options } from "./options.ts";

type Context = ValidateContext<Options>;

/** What Istio cannot be told at all, and what it expects to be there. */
export function refusals(context: Context): readonly Diagnostic[] {
  const services = servicesOf(context);
  return [
    ...sameHosts(services),
    ...services.flatMap((one) => [...names(one), ...hosts(one), ...assumed(one, context)]),
  ];
}

function blockOf({ protection, balancer }: Service): object {
  return protection ?? balancer ?? {};
}

/** The name of a Kubernetes service (RFC 1035). */
function names(service: Service): readonly Diagnostic[] {
  const { name, serviceName } = service.component;
  if (/^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(serviceName)) return [];
  return [problems.badName({ name }).at(spanOf(blockOf(service)))];
}

/** Files and hosts are named after service names, and two components may have the same. */
function sameHosts(services: readonly Service[]): readonly Diagnostic[] {
  const groups = Map.groupBy(services, ({ component }) => component.serviceName);
  return [...groups].flatMap(([name, [first, ...others]]) =>
    others.map((other) => {
      const related = first ? [{ message: "the other component", span: spanOf(blockOf(first)) }] : [];
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

function assumed(service: Service, { target }: Context): readonly Diagnostic[] {
  const { component, balancer } = service;
  if (balancer?.servers || facet(component, "deploy_kubernetes")) return [];
  const host = `${component.serviceName}.${target.options.namespace}`;
  return [problems.serviceAssumed({ name: component.name, host }).at(spanOf(blockOf(service)))];
}
