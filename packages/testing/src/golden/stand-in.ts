import { apiVersion, definePlugin, type Artifact, type Concern, type Layer, type Plugin } from "@dpm/core";
import { json, print } from "@dpm/print";

/** Another target, as a plugin's own test needs it. */
export interface Neighbour {
  readonly name: string;
  readonly layer: Layer;
  readonly concerns: readonly Concern[];
  /** The only components that it is for. */
  readonly components?: readonly string[];
  /** Files that it makes, each with where its engine reads it. */
  readonly makes?: readonly Pick<Artifact, "path" | "mount">[];
}

/** A target that is on the edges and owns concerns, but says nothing: its files hold their own path only. */
export function standIn({ name, layer, concerns, makes = [] }: Neighbour): Plugin {
  return definePlugin({
    name,
    apiVersion,
    engines: { [name]: "1" },
    support: {
      fault_tolerance: { layer, concerns, fields: ["by-default"] },
      // A gateway is on an edge only if it lowers the caller.
      ...(layer === "gateway" && { load_balancer: { layer, fields: ["by-default"] } }),
    },
    emit: ({ blocks, on }) => {
      for (const block of [...blocks("fault_tolerance"), ...blocks("load_balancer")]) {
        for (const field of Object.keys(block)) on.byDefault(block, field as "name");
      }
      return {
        artifacts: makes.map((one) => ({ ...one, mode: "generated", content: print(json.doc(json.str(one.path))) })),
      };
    },
  });
}
