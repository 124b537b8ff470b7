import type { BlockNode } from "../1-parse/syntax.ts";
import type { BlockKinds } from "../blocks/index.gen.ts";
import { modelProblems } from "../diagnostics/catalogue/model.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { BlockKind } from "../fields/block.ts";
import type { Span } from "../source/source-file.ts";
import type { AnyBlock } from "./model.ts";
import { indexNames, isBlockName, resolve } from "./names.ts";
import { nowhere, spanOf } from "./origin.ts";
import { readBlock } from "./read/read-block.ts";
import { wantedKinds } from "./wanted-kinds.ts";

type Template = BlockKinds["microservice_pattern"];
type Kinds = ReadonlyMap<string, BlockKind>;

/**
 * A `microservice_pattern` that says `generate: true` is a template: each of its services gets the blocks that it does not
 * have, made of defaults, at the place where the pattern names it. A kind that needs a word of its own is not made.
 */
export function instantiate(blocks: readonly AnyBlock[], kinds: Kinds, diagnostics: Diagnostic[]): readonly AnyBlock[] {
  const templates = blocks.filter((block): block is Template => block.kind === "microservice_pattern");
  return templates
    .filter((one) => one.generate)
    .reduce((known, template) => [...known, ...madeFor(template, known, kinds, diagnostics)], blocks);
}

function madeFor(
  template: Template,
  known: readonly AnyBlock[],
  kinds: Kinds,
  diagnostics: Diagnostic[],
): readonly AnyBlock[] {
  const { services = [] } = template;
  const facets = known.filter((block) => block !== template && kinds.get(block.kind)?.facet);
  const names = indexNames(facets.map((block) => block.name));
  const wanted = wantedKinds(template, kinds);
  return services.flatMap((service, index) => {
    const [name = service, ...others] = resolve(service, names);
    if (others.length > 0 || !isBlockName(name)) return [];
    const has = new Set(facets.filter((block) => block.name === name).map((block) => block.kind));
    const span = spanOf(services, String(index)) ?? nowhere;
    return wanted.flatMap((wish) => {
      const kind = kinds.get(wish);
      if (!kind || has.has(wish)) return [];
      const needs = needsOf(kind);
      if (needs.length === 0) return ofDefaults(kind, name, span) ?? [];
      const params = { kind: wish, service: name, needs: needs.map((field) => `\`${field}\``) };
      diagnostics.push(modelProblems.patternNotMade(params).at(span));
      return [];
    });
  });
}

/** The fields that a block of a kind cannot do without. */
function needsOf({ body, identity }: BlockKind): readonly string[] {
  const required = Object.entries(body.fields).filter(([, { presence }]) => presence === "required");
  return [...new Set([...required.map(([name]) => name), ...identity])];
}

function ofDefaults(kind: BlockKind, name: string, span: Span): AnyBlock | undefined {
  const node: BlockNode = {
    kind: { text: kind.kind, span },
    name: { text: name, span },
    body: { type: "object", fields: [], span },
    span,
  };
  return readBlock(node, kind).block;
}
