import { phrases } from "../diagnostics/catalogue/phrases.ts";
import type { BlockKinds } from "../blocks/index.gen.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Host } from "../plugin/host.ts";
import { freeze } from "./freeze.ts";
import type { AnyBlock, Component } from "./model.ts";
import { serviceNameOf, wordsOf } from "./names.ts";
import { spanOf } from "./origin.ts";
import { policyOf } from "./policy.ts";

/** Facets of exactly one name are one component, in the order in which the names first appear. */
export function joinComponents(
  blocks: readonly AnyBlock[],
  { kinds }: Host,
  diagnostics: Diagnostic[],
): { readonly components: readonly Component[]; readonly standing: readonly AnyBlock[] } {
  const isFacet = (block: AnyBlock): boolean => kinds.get(block.kind)?.facet ?? false;
  const groups = Map.groupBy(blocks.filter(isFacet), (block) => block.name);
  const components = [...groups].map(([name, facets]) => component(name, facets));
  diagnostics.push(...similarNames(components));
  return { components, standing: blocks.filter((block) => !isFacet(block)) };
}

function component(name: string, facets: readonly AnyBlock[]): Component {
  const faultTolerance = facets.find((one): one is BlockKinds["fault_tolerance"] => one.kind === "fault_tolerance");
  const policy = freeze(policyOf(faultTolerance));
  return Object.freeze({ name, serviceName: serviceNameOf(name), facets: Object.freeze(facets), policy });
}

function similarNames(components: readonly Component[]): readonly Diagnostic[] {
  const groups = Map.groupBy(components, (one) => wordsOf(one.name));
  return [...groups.values()].flatMap(([first, ...others]) =>
    others.map((other) => {
      const related = first?.facets[0]
        ? [{ message: phrases.declaredHere({ name: first.name }), span: spanOf(first.facets[0]) }]
        : [];
      const span = other.facets[0] && spanOf(other.facets[0]);
      return modelProblems.similarNames({ one: first?.name ?? "", other: other.name }).at(span, { related });
    }),
  );
}
