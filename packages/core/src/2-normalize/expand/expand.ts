import type { BlockNode, Document, FieldNode } from "../../1-parse/syntax.ts";
import { languageProblems } from "../../diagnostics/catalogue/language.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../plugin/host.ts";
import type { Span } from "../../source/source-file.ts";
import { deprecationOf, suppressionsOf, type Suppression } from "./annotations.ts";
import { substitution } from "./constants.ts";
import { collect, isModel } from "./definitions.ts";
import { choose, isSame } from "./environments.ts";
import { merge } from "./merge.ts";
import { misplaced } from "./misplaced.ts";
import { application } from "./templates.ts";

export interface Expanded {
  /** Blocks only: without constants, templates and environments. */
  readonly documents: readonly Document[];
  readonly suppressions: readonly Suppression[];
  /** Components that a block says are deprecated, and what is to be used instead. */
  readonly deprecated: ReadonlyMap<string, string>;
}

/** Puts in place what is written elsewhere: the values of constants, the bodies of templates, what the environment says otherwise. */
export function expand(documents: readonly Document[], host: Host, diagnostics: Diagnostic[]): Expanded {
  const environment = host.input.environment;
  if (environment === undefined && !documents.some((one) => one.expands))
    return { documents, suppressions: [], deprecated: new Map() };
  const suppressions = suppressionsOf(documents, diagnostics);
  for (const one of misplaced(documents)) diagnostics.push(one);
  const definitions = collect(documents, diagnostics);
  const chosen = choose(definitions, environment, diagnostics);
  const warn = (what: string, node: FieldNode | BlockNode, span: Span): void => {
    const instead = deprecationOf(node);
    if (instead !== undefined) diagnostics.push(deprecatedUse(what, instead, span));
  };
  const constants = new Map([...definitions.constants, ...chosen.constants.map((one) => [one.key.text, one] as const)]);
  const substitute = substitution(constants, diagnostics, (constant, { span }) =>
    warn(`$${constant.key.text}`, constant, span),
  );
  const apply = application(definitions.templates, diagnostics, (template, use) => warn(use.text, template, use.span));
  const whole = (block: BlockNode): BlockNode => {
    const spec = host.kinds.get(block.kind.text)?.body;
    const used = apply(block.body, spec);
    const body = substitute(used);
    return body.type === "object" ? { ...block, body } : block;
  };
  const over = (block: BlockNode): BlockNode => {
    const own = whole(block);
    const other = chosen.blocks.find((one) => isSame(one, block));
    return other ? { ...own, body: merge(own.body, whole(other).body, host.kinds.get(block.kind.text)?.body) } : own;
  };
  const base = documents.flatMap((one) => one.blocks.filter(isModel));
  const added = chosen.blocks.filter((one) => !base.some((other) => isSame(one, other)));
  const deprecated = base.flatMap((block) => {
    const instead = deprecationOf(block);
    return instead === undefined ? [] : [[block.name.text, instead] as const];
  });
  return {
    documents: [
      ...documents.map((one) => ({ file: one.file, blocks: one.blocks.filter(isModel).map(over) })),
      ...added.map((block) => ({ file: block.span.file, blocks: [whole(block)] })),
    ],
    suppressions,
    deprecated: new Map(deprecated),
  };
}

/** What is still used although it is to go. */
export function deprecatedUse(name: string, instead: string, span: Span | undefined): Diagnostic {
  const help = instead === "" ? "plain" : "instead";
  return languageProblems.deprecatedUse({ name, instead }).at(span, { help });
}
