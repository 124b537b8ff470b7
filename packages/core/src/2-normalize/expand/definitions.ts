import { environmentKind, templateKind } from "../../1-parse/nest.ts";
import type { BlockNode, Document, FieldNode, Name } from "../../1-parse/syntax.ts";
import { languagePhrases, languageProblems } from "../../diagnostics/catalogue/language.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";

/** What is declared to be used elsewhere, in whichever file. */
export interface Definitions {
  readonly constants: ReadonlyMap<string, FieldNode>;
  readonly templates: ReadonlyMap<string, BlockNode>;
  /** The blocks of each environment, one for each file that says something of it. */
  readonly environments: ReadonlyMap<string, readonly BlockNode[]>;
}

/** Collects the definitions of all files; a second one of the same name is reported. */
export function collect(documents: readonly Document[], diagnostics: Diagnostic[]): Definitions {
  const blocks = documents.flatMap((one) => one.blocks);
  const once = <T>(
    what: typeof languagePhrases.constant,
    all: readonly T[],
    nameOf: (one: T) => Name,
  ): ReadonlyMap<string, T> => {
    const first = new Map<string, T>();
    for (const one of all) {
      const { text, span } = nameOf(one);
      const earlier = first.get(text);
      if (earlier === undefined) first.set(text, one);
      else {
        const related = [{ message: phrases.firstDeclared(), span: nameOf(earlier).span }];
        diagnostics.push(languageProblems.duplicateDefinition({ what: what({ name: text }) }).at(span, { related }));
      }
    }
    return first;
  };
  const constants = documents.flatMap((one) => one.constants ?? []);
  const templates = blocks.filter(({ kind }) => kind.text === templateKind);
  const environments = blocks.filter(({ kind }) => kind.text === environmentKind);
  return {
    constants: once(languagePhrases.constant, constants, (one) => one.key),
    templates: once(languagePhrases.template, templates, (one) => one.name),
    environments: Map.groupBy(environments, ({ name }) => name.text),
  };
}

/** True for a block that says something of the system, rather than defining what others use. */
export function isModel({ kind }: BlockNode): boolean {
  return kind.text !== templateKind && kind.text !== environmentKind;
}
