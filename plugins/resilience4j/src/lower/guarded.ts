import {
  edgesTo,
  type Concern,
  type Edge,
  type EmitContext,
  type FaultTolerance,
  type Ledger,
  type Reason,
  type ValidateContext,
} from "@dpm/core";
import type { Options } from "../options.ts";

export type Context = EmitContext<Options>;

/** A component whose policy becomes a class, for some or all of its callers. */
export interface Guarded {
  readonly block: FaultTolerance;
  /** One of these callers' edges; the others agree in everything that matters here. */
  readonly edge: Edge;
}

/** The edges to a component on which this target acts. */
export function edgesOf(
  callee: string,
  { model, target }: Pick<ValidateContext<Options>, "model" | "target">,
): readonly Edge[] {
  return edgesTo(model, callee).filter((edge) => edge.layers.some((layer) => layer.target === target.name));
}

const fields = {
  retry: "retry",
  circuit_breaker: "circuitBreaker",
  bulkhead: "bulkhead",
  fallback: "fallback",
} as const;

/** The group of a concern if this target is to act on it; else who does goes into the report. */
export function owned<C extends Concern>(
  concern: C,
  { block, edge }: Guarded,
  { on, owns }: Context,
): FaultTolerance[(typeof fields)[C]] {
  const field = fields[concern];
  if (owns(edge, concern)) return block[field];
  const owner = edge.owners[concern];
  if (owner) on.elsewhere(block, field, owner);
  return undefined;
}

/** The field that speaks for its group: exact, unless there is something to say of the group as a whole. */
export function headline<C extends object, F extends keyof C & string>(
  on: Ledger,
  container: C,
  field: F,
  but: Reason | undefined,
): ReturnType<typeof on.exact<C, F>> {
  return but ? on.approximated(container, field, but) : on.exact(container, field);
}
