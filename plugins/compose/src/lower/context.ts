import type { DeployDockerCompose, Diagnostic, EmitContext } from "@dpm/core";
import type { Options } from "../options.ts";

export type Context = EmitContext<Options>;
export type Block = DeployDockerCompose;
export type WrittenService = DeployDockerCompose["services"][number];

/** Where lowering puts what it cannot express at all. */
export type Refuse = (diagnostic: Diagnostic) => void;
