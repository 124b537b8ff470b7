import type { BlockKinds } from "../../blocks/index.gen.ts";
import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { componentOf, namesMeant } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { wantedKinds } from "../../2-normalize/wanted-kinds.ts";
import { blockRule } from "../rule.ts";

/** Every service of a system follows its patterns: it has a block of each kind, and one of its deployment. */
export const patternNotFollowed = blockRule("pattern-not-followed", (block, model, kinds) => {
  if (block.kind !== "microservice_pattern") return;
  const pattern = block as BlockKinds["microservice_pattern"];
  const { services = [], name: system } = pattern;
  // What a template could not make has been reported.
  if (pattern.generate) return;
  return services.flatMap((service, index) => {
    const [name, ...others] = namesMeant(model, service);
    const component = name !== undefined && others.length === 0 ? componentOf(model, name) : undefined;
    if (!component) return [];
    const has = new Set(component.facets.map((one) => one.kind));
    const missing = wantedKinds(pattern, kinds).filter((kind) => !has.has(kind));
    if (missing.length === 0) return [];
    const params = { service: component.name, system, missing: missing.map((kind) => `\`${kind}\``) };
    return [kindProblems.patternNotFollowed(params).at(spanOf(services, String(index)))];
  });
});
