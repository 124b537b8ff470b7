import type { BlockNode, FieldNode } from "../../1-parse/syntax.ts";
import { languagePhrases, languageProblems } from "../../diagnostics/catalogue/language.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { Definitions } from "./definitions.ts";

/** What the chosen environment says otherwise. */
export interface Chosen {
  readonly constants: readonly FieldNode[];
  readonly blocks: readonly BlockNode[];
}

/** The environment of this name; without one everything stands as it is written outside of all. */
export function choose({ environments }: Definitions, name: string | undefined, diagnostics: Diagnostic[]): Chosen {
  if (name === undefined) return { constants: [], blocks: [] };
  const found = environments.get(name);
  if (!found) {
    const known = [...environments.keys()];
    const near = suggest(name, known);
    const help = known.length === 0 ? "none" : near === undefined ? "known" : "near";
    const params = { name, known: known.map((one) => `\`${one}\``), near: near ?? "" };
    diagnostics.push(languageProblems.unknownEnvironment(params).at(undefined, { help }));
  }
  const items = (found ?? []).flatMap(({ body }) => body.items ?? []);
  const blocks = items.flatMap((one) => one.blocks);
  for (const again of blocks.filter((one, index) => blocks.findIndex((other) => isSame(one, other)) < index)) {
    const first = blocks.find((other) => isSame(again, other));
    const related = [{ message: phrases.firstDeclared(), span: first?.name.span }];
    const params = { what: languagePhrases.environmentBlock({ kind: again.kind.text, name: again.name.text }) };
    diagnostics.push(languageProblems.duplicateDefinition(params).at(again.name.span, { related }));
  }
  return { constants: items.flatMap((one) => one.constants), blocks };
}

/** Blocks of one kind and name, and, where they say it, of one type. */
export function isSame(one: BlockNode, other: BlockNode): boolean {
  if (one.kind.text !== other.kind.text || one.name.text !== other.name.text) return false;
  const [first, second] = [typeOf(one), typeOf(other)];
  return first === undefined || second === undefined || first === second;
}

function typeOf({ body }: BlockNode): string | undefined {
  const value = body.fields.find((field) => field.key.text === "type")?.value;
  return value?.type === "string" ? value.value : value?.type === "word" ? value.text : undefined;
}
