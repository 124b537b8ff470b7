import type { BlockNode, Document, FieldNode, Name, ObjectNode } from "../../1-parse/syntax.ts";
import { languagePhrases, languageProblems } from "../../diagnostics/catalogue/language.ts";
import type { Diagnostic, Phrase } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { environmentKind } from "../../1-parse/nest.ts";

/** Reports what stands where it has no meaning: fields in an environment, `raw` or `let` deeper than they reach. */
export function misplaced(documents: readonly Document[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (what: Phrase, where: Phrase, span: Span): void => {
    found.push(languageProblems.misplaced({ what, where }).at(span));
  };
  const all = (names: readonly Name[], what: (params: { name: string }) => Phrase, where: Phrase): void => {
    for (const { text, span } of names) say(what({ name: text }), where, span);
  };
  const group = ({ fields, items }: ObjectNode, where: "block" | "group"): void => {
    const { constants = [], raws = [] } = items ?? {};
    all(constants.map(keyOf), languagePhrases.itemLet, languagePhrases.inBlock());
    if (where === "group") all(raws.map(keyOf), languagePhrases.itemRaw, languagePhrases.inGroup());
    for (const { value } of fields) if (value.type === "object") group(value, "group");
  };
  const environment = ({ body, name }: BlockNode): void => {
    const where = languagePhrases.inEnvironment({ name: name.text });
    all(body.fields.map(keyOf), languagePhrases.itemField, where);
    all(body.items?.uses ?? [], languagePhrases.itemUse, where);
    all((body.items?.raws ?? []).map(keyOf), languagePhrases.itemRaw, where);
    for (const block of body.items?.blocks ?? []) group(block.body, "block");
  };
  for (const block of documents.flatMap((one) => one.blocks)) {
    if (block.kind.text === environmentKind) environment(block);
    else group(block.body, "block");
  }
  return found;
}

function keyOf({ key }: FieldNode): Name {
  return key;
}
