import type { EmitContext } from "@dpm/core";
import type { Options } from "../options.ts";
import type { Generated } from "./generated.ts";

/** What lowering goes by: core's context, and the files that engines made, by the component in whose container they are read. */
export interface Context extends EmitContext<Options> {
  readonly generated: ReadonlyMap<string, readonly Generated[]>;
}
export type On = Context["on"];
