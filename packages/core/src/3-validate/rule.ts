import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Component, KindName, Model } from "../2-normalize/model.ts";

/** A law of the model. The first sentence of its doc comment says it. */
export interface Rule {
  readonly name: string;
  readonly check: (model: Model) => readonly Diagnostic[];
}

type Found = Diagnostic | readonly Diagnostic[] | undefined;

/** A rule on each block of one kind that belongs to a component. */
export function rule<K extends KindName>(
  name: string,
  kind: K,
  check: (block: BlockKinds[K], component: Component, model: Model) => Found,
): Rule {
  const isKind = (block: { readonly kind: string }): block is BlockKinds[K] => block.kind === kind;
  return {
    name,
    check: (model) =>
      model.components.flatMap((component) =>
        component.facets.filter(isKind).flatMap((block) => listed(check(block, component, model))),
      ),
  };
}

/** A rule on the callers and callees of the model. */
export function modelRule(name: string, check: (model: Model) => Found): Rule {
  return { name, check: (model) => listed(check(model)) };
}

function listed(found: Found): readonly Diagnostic[] {
  return found === undefined ? [] : "code" in found ? [found] : found;
}
