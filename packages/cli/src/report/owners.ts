import { concerns, type Concern, type Edge, type Layer } from "@dpm/core";

/** Who owns a concern of the calls along an edge, and why. */
export interface Ownership {
  /** `ApiGateway → OrderService`. */
  readonly way: string;
  readonly concern: Concern;
  readonly target: string;
  readonly layer: Layer;
  readonly why: string;
}

/** Every owner of an edge, in the order of the concerns. */
export function ownersOf({ caller, callee, owners }: Edge): readonly Ownership[] {
  const way = `${caller ?? "anyone"} → ${callee}`;
  return concerns.flatMap((concern) => {
    const owner = owners[concern];
    if (!owner) return [];
    const { target, layer, why } = owner;
    return [{ way, concern, target, layer, why: why.message.replace(/^[^:]*: /, "") }];
  });
}
