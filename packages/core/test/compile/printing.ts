import { json, print } from "@dpm/print";
import { problem } from "./problem.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";
import { serviceNameOf } from "../../src/2-normalize/names.ts";
import type { Layer } from "../../src/2-normalize/model.ts";

/** A target that prints how often each component's calls are tried, and says of everything else that it cannot. */
export function printing(name: string, layer: Layer = "mesh"): Plugin {
  return definePlugin({
    name,
    apiVersion,
    engines: { [name]: "1" },
    support: {
      fault_tolerance: {
        layer,
        concerns: ["retry"],
        fields: {
          retry: ["exact", "impossible", "elsewhere"],
          timeout: ["impossible"],
          circuitBreaker: ["impossible"],
          fallback: ["impossible"],
          bulkhead: ["impossible"],
          idempotent: ["by-default"],
          owners: ["by-default"],
          calls: ["by-default"],
        },
      },
    },
    emit: ({ blocks, on }) => ({
      artifacts: blocks("fault_tolerance").map((block) => {
        const { retry } = block;
        for (const field of ["retry", "timeout", "circuitBreaker", "fallback", "bulkhead"] as const)
          on.impossible(block, field, problem);
        for (const field of ["idempotent", "owners", "calls"] as const) on.byDefault(block, field);
        const entries = retry ? ([["attempts", json.int(on.exact(retry, "maxAttempts"))]] as const) : [];
        const path = `${serviceNameOf(block.name)}.json`;
        return { path, content: print(json.doc(json.map(entries))), mode: "generated" };
      }),
    }),
  });
}
