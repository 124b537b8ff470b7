import { atLeast, definePlugin, overlayRaw, type Diagnostic } from "@dpm/core";
import { problems } from "./diagnostics.ts";
import { leaveToGateway } from "./lower/gateways.ts";
import { meshService } from "./lower/mesh-service.ts";
import { passesOn, servicesOf } from "./lower/services.ts";
import { options } from "./options.ts";
import { render, type Overlay } from "./render.ts";
import { support } from "./support.ts";
import { refusals } from "./validate.ts";

/** Istio: one file for each service of the mesh. */
export default definePlugin({
  name: "istio",
  apiVersion: 1,
  engines: { istio: "1.31" },
  options,
  support,
  diagnostics: problems,
  validate: refusals,
  emit: (context) => {
    for (const block of context.blocks("load_balancer"))
      if (passesOn(block, context.model)) leaveToGateway(block, context);
    // `v1` is served since 1.22.
    const api = atLeast(context.target.version, "1.22") ? "v1" : "v1beta1";
    const overridden: Diagnostic[] = [];
    const overlay: Overlay = (below, raw) => {
      const { node, diagnostics } = overlayRaw(below, raw, context.target.name, context.on);
      overridden.push(...diagnostics);
      return node;
    };
    return {
      artifacts: servicesOf(context).map((service) => ({
        path: `${service.component.serviceName}.yaml`,
        content: render(meshService(service, context), api, overlay),
        mode: "generated" as const,
      })),
      diagnostics: overridden,
    };
  },
});
