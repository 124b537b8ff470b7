import { edgesFrom, edgesTo, facet, type LoadBalancer, type Model, type ValidateContext } from "@dpm/core";
import type { Options } from "../options.ts";
import type { Service } from "./context.ts";

type Seen = Pick<ValidateContext<Options>, "model" | "blocks" | "edges">;

/** Every component that the mesh is told of: those with a policy on an edge of Istio's, and those with servers of their own. */
export function servicesOf({ model, blocks, edges }: Seen): readonly Service[] {
  const protections = new Map(blocks("fault_tolerance").map((one) => [one.name, one]));
  const balancers = new Map(blocks("load_balancer").map((one) => [one.name, one]));
  const acting = new Set(edges);
  return model.components.flatMap((component): readonly Service[] => {
    const protection = protections.get(component.name);
    const block = balancers.get(component.name);
    const balancer = block && !passesOn(block, model) ? block : undefined;
    if (!protection && !balancer) return [];
    return [
      {
        component,
        ...(balancer && { balancer }),
        ...(protection && { protection }),
        edges: edgesTo(model, component.name).filter((edge) => acting.has(edge)),
        hasPods: facet(component, "deploy_kubernetes") !== undefined || balancer?.servers === undefined,
      },
    ];
  });
}

/** A gateway's servers belong to those that it calls, and how it chooses among them is its own business. */
export function passesOn(block: LoadBalancer, model: Model): boolean {
  return block.calls !== undefined || edgesFrom(model, block.name).some((edge) => edge.from === "gateway");
}
