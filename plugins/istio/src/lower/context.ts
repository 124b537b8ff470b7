import type { Component, Edge, EmitContext, FaultTolerance, LoadBalancer } from "@dpm/core";
import type { Options } from "../options.ts";

export type Context = EmitContext<Options>;

/** A component as the mesh sees it: a host that others call. */
export interface Service {
  readonly component: Component;
  /** How its own servers are chosen; not that of a gateway, whose servers are others'. */
  readonly balancer?: LoadBalancer;
  /** What protects the calls to it, and the edges to it on which Istio acts. */
  readonly protection?: FaultTolerance;
  readonly edges: readonly Edge[];
  /** Whether its servers are the pods of a Kubernetes service, and not written addresses. */
  readonly hasPods: boolean;
}
