import { componentOf, edgesFrom, facet, type Edge, type FaultTolerance, type LoadBalancer } from "@dpm/core";
import type { Context } from "./context.ts";

/** Where a gateway passes calls on to: along a declared edge, or to whatever its servers are. */
export interface Route {
  readonly gateway: LoadBalancer;
  readonly callee?: string;
  /** The edge, where the callee is protected and nginx acts on it. */
  readonly edge?: Edge;
  /** The callee's `fault_tolerance`, where nginx is on the edge. */
  readonly protection?: FaultTolerance;
}

/** One route for each declared callee; without any, one to whatever the servers are. */
export function routesOf(block: LoadBalancer, { model, edges }: Context): readonly Route[] {
  const declared = edgesFrom(model, block.name).filter((edge) => edge.from === "gateway");
  if (declared.length === 0) return [{ gateway: block }];
  return declared.map((edge): Route => {
    const callee = componentOf(model, edge.callee);
    const protection = edges.includes(edge) && callee ? facet(callee, "fault_tolerance") : undefined;
    return { gateway: block, ...(protection && { edge, protection }), callee: edge.callee };
  });
}

export type Retry = NonNullable<FaultTolerance["retry"]>;

/** The retry of a route that nginx performs, if any. */
export function ownRetry({ edge, protection }: Route, { owns }: Pick<Context, "owns">): Retry | undefined {
  return edge && owns(edge, "retry") ? protection?.retry : undefined;
}
