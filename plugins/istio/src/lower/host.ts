import { decided, facet, take, type Component } from "@dpm/core";
import type { Traced } from "@dpm/print";
import type { Options } from "../options.ts";

/** The namespace that Kubernetes runs a component in, else the target's. */
export function namespaceOf(component: Component, options: Options): Traced<string> {
  const deployed = facet(component, "deploy_kubernetes");
  const written = deployed && take(deployed, "namespace");
  return written ?? decided("the target's namespace where the component has none", options.namespace);
}

/** The full name by which others call a component, such as `shop.default.svc.cluster.local`. */
export function hostOf(component: Component, options: Options): string {
  return `${component.serviceName}.${namespaceOf(component, options).value}.${options.domain}`;
}
