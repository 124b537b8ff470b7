import { edgesFrom, type LoadBalancer } from "@dpm/core";
import { problems } from "../diagnostics.ts";
import type { Context } from "./context.ts";

const fields = [
  "strategy",
  "hashKey",
  "hashHeader",
  "servers",
  "healthCheck",
  "sessionAffinity",
  "rateLimiting",
  "failover",
  "ejection",
  "listen",
  "calls",
] as const;

/** What a gateway does in front of the mesh is the gateway's: Istio begins where its requests come in. */
export function leaveToGateway(block: LoadBalancer, { on, model }: Context): void {
  const edge = edgesFrom(model, block.name).find((one) => one.layers.some(({ layer }) => layer === "gateway"));
  const gateway = edge?.layers.find(({ layer }) => layer === "gateway");
  for (const field of fields) {
    if (gateway) on.elsewhere(block, field, gateway.target);
    else on.impossible(block, field, problems.noGateway({ name: block.name }));
  }
}
