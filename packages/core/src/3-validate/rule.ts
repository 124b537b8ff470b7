import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { facetsOfKind, type AnyBlock, type Component, type KindName, type Model } from "../2-normalize/model.ts";

/** A law of the model. Its name is the code of what it finds; the first sentence of its doc comment says it. */
export interface Rule {
  readonly name: string;
  /** `kinds` are all that dpm and the configured plugins know. */
  readonly check: (model: Model, kinds: ReadonlySet<string>) => readonly Diagnostic[];
}

type Found = Diagnostic | readonly Diagnostic[] | undefined;

/** A rule on each block of one kind that belongs to a component. */
export function rule<K extends KindName>(
  name: string,
  kind: K,
  check: (block: BlockKinds[K], component: Component, model: Model) => Found,
): Rule {
  return {
    name,
    check: (model) =>
      facetsOfKind(model, kind).flatMap(({ block, component }) => listed(check(block, component, model))),
  };
}

/** A rule on every block, whatever its kind. */
export function blockRule(
  name: string,
  check: (block: AnyBlock, model: Model, kinds: ReadonlySet<string>) => Found,
): Rule {
  return {
    name,
    check: (model, kinds) => blocksOf(model).flatMap((block) => listed(check(block, model, kinds))),
  };
}

export function blocksOf({ components, blocks }: Model): readonly AnyBlock[] {
  return [...components.flatMap((one) => one.facets), ...blocks];
}

function listed(found: Found): readonly Diagnostic[] {
  return found === undefined ? [] : "code" in found ? [found] : found;
}
