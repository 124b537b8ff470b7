import type { Edge, EmitContext, FaultTolerance, LoadBalancer } from "@dpm/core";
import type { Options } from "../options.ts";

export type Context = EmitContext<Options>;

/** Where a gateway passes calls on to: along a declared edge, or to whatever its servers are. */
export interface Route {
  readonly gateway: LoadBalancer;
  readonly callee?: string;
  /** The edge, where the callee is protected and nginx acts on it. */
  readonly edge?: Edge;
  /** The callee's `fault_tolerance`, where nginx is on the edge. */
  readonly protection?: FaultTolerance;
}
