import { facet, type Component } from "../2-normalize/model.ts";
import { wordsOf } from "../2-normalize/names.ts";

/** How many processes a component has at most, where its deployment says so. */
export function instancesOf(component: Component): number | undefined {
  const pods = facet(component, "deploy_kubernetes");
  const count = pods?.horizontalPodAutoscaler?.maxReplicas ?? pods?.replicas;
  if (count !== undefined) return count;
  const services = facet(component, "deploy_docker_compose")?.services ?? [];
  const own =
    services.find((one) => one.name === component.name) ??
    services.find((one) => wordsOf(one.name) === wordsOf(component.name));
  return own?.replicas;
}

/** So many per second. */
export function perSecond({ count, per }: { readonly count: number; readonly per: number }): number {
  return (count * 1_000_000) / per;
}
