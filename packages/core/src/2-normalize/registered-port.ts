import type { Traced } from "@dpm/print";
import { facet, type Component } from "./model.ts";
import { take } from "./origin.ts";

/**
 * The port by which callers reach a component, with where it is said: in its `service_discovery`, else in that block's
 * `health_check.tcp`, else in its `deploy_kubernetes`. It is never guessed.
 */
export function registeredPort(component: Component): Traced<number> | undefined {
  const registered = facet(component, "service_discovery");
  const { tcp } = registered?.healthCheck ?? {};
  const pods = facet(component, "deploy_kubernetes");
  return (registered && take(registered, "port")) ?? (tcp && take(tcp, "port")) ?? (pods && take(pods, "port"));
}
