import { componentOf, facet, spanOf, type Diagnostic, type FaultTolerance } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import { edgesOf, type Context } from "./guarded.ts";

/** Each process has a bulkhead of its own: what all of them let through together, where the number of pods is known. */
export function replicas(block: FaultTolerance, context: Context): readonly Diagnostic[] {
  const { model, owns } = context;
  const { bulkhead } = block;
  if (!bulkhead) return [];
  return edgesOf(block.name, context)
    .filter((edge) => owns(edge, "bulkhead"))
    .flatMap((edge) => {
      const process = edge.from === "service" ? edge.caller : edge.callee;
      const runs = process === undefined ? undefined : componentOf(model, process);
      const pods = runs && facet(runs, "deploy_kubernetes");
      const count = pods?.horizontalPodAutoscaler?.maxReplicas ?? pods?.replicas ?? 1;
      if (!runs || count < 2) return [];
      const each = bulkhead.maxConcurrentCalls;
      const params = { replicas: count, component: runs.name, each, all: count * each };
      return [problems.perProcess(params).at(spanOf(bulkhead, "maxConcurrentCalls"))];
    });
}
