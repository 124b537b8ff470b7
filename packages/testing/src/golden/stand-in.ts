import { apiVersion, definePlugin, facet, type Concern, type FaultTolerance, type Layer, type Plugin } from "@dpm/core";

/** A target that is on the edges and owns concerns, but prints nothing: another layer, as a plugin's own test needs it. */
export function standIn({
  name,
  layer,
  concerns,
}: {
  readonly name: string;
  readonly layer: Layer;
  readonly concerns: readonly Concern[];
}): Plugin {
  return definePlugin({
    name,
    apiVersion,
    engines: { [name]: "1" },
    support: { fault_tolerance: { layer, concerns, fields: ["by-default"] } },
    emit: ({ model, on }) => {
      for (const component of model.components) {
        const block = facet(component, "fault_tolerance");
        if (!block) continue;
        for (const field of Object.keys(block) as (keyof FaultTolerance & string)[]) on.byDefault(block, field);
      }
      return { artifacts: [] };
    },
  });
}
