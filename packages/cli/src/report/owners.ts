import { concerns, speaking, type Concern, type Edge, type Layer, type Translations } from "@dpm/core";
import { words } from "../language.ts";

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
export function ownersOf({ caller, callee, owners }: Edge, translations: Translations): readonly Ownership[] {
  const { say } = speaking(translations);
  const way = `${caller ?? words.anyone()} → ${callee}`;
  return concerns.flatMap((concern) => {
    const owner = owners[concern];
    if (!owner) return [];
    const { target, layer, why } = owner;
    return [{ way, concern, target, layer, why: say(why).replace(/^[^:：]*(?:: |：)/, "") }];
  });
}
