import type { EmitContext } from "@dpm/core";
import type { Options } from "../options.ts";

export type Context = EmitContext<Options>;
