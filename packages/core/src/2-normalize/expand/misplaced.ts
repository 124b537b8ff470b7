import type { BlockNode, Document, ObjectNode } from "../../1-parse/syntax.ts";
import { languageProblems } from "../../diagnostics/catalogue/language.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Span } from "../../source/source-file.ts";
import { environmentKind } from "../../1-parse/nest.ts";

/** Reports what stands where it has no meaning: fields in an environment, `raw` or `let` deeper than they reach. */
export function misplaced(documents: readonly Document[]): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const say = (what: string, where: string, span: Span): void => {
    found.push(languageProblems.misplaced({ what, where }).at(span));
  };
  const group = ({ fields, items }: ObjectNode, where: "block" | "group"): void => {
    for (const { key } of items?.constants ?? []) say(`\`let ${key.text}\``, "in a block", key.span);
    if (where === "group")
      for (const { key } of items?.raws ?? []) say(`\`raw ${key.text}\``, "in a group of fields", key.span);
    for (const { value } of fields) if (value.type === "object") group(value, "group");
  };
  const environment = ({ body, name }: BlockNode): void => {
    for (const { key } of body.fields) say(`the field \`${key.text}\``, `directly in \`env ${name.text}\``, key.span);
    for (const use of body.items?.uses ?? []) say(`\`use ${use.text}\``, `directly in \`env ${name.text}\``, use.span);
    for (const { key } of body.items?.raws ?? [])
      say(`\`raw ${key.text}\``, `directly in \`env ${name.text}\``, key.span);
    for (const block of body.items?.blocks ?? []) group(block.body, "block");
  };
  for (const block of documents.flatMap((one) => one.blocks)) {
    if (block.kind.text === environmentKind) environment(block);
    else group(block.body, "block");
  }
  return found;
}
