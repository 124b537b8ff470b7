import type { BlockNode, Name, ObjectNode } from "../../1-parse/syntax.ts";
import { languageProblems } from "../../diagnostics/catalogue/language.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";
import type { ObjectSpec } from "../../fields/spec.ts";
import { merge } from "./merge.ts";

/** Puts the templates that a group uses below what it says itself, the last used one uppermost. */
export type Apply = (group: ObjectNode, spec: ObjectSpec | undefined) => ObjectNode;

/** `used` is told of every use of a template. */
export function application(
  templates: ReadonlyMap<string, BlockNode>,
  diagnostics: Diagnostic[],
  used: (template: BlockNode, use: Name) => void,
): Apply {
  const inside = (group: ObjectNode, spec: ObjectSpec | undefined, around: readonly string[]): ObjectNode => {
    const fields = group.fields.map((field) => {
      const type = spec?.fields[field.key.text]?.of;
      if (field.value.type !== "object") return field;
      return { ...field, value: inside(field.value, type?.type === "object" ? type : undefined, around) };
    });
    const { items, ...bare } = group;
    const raws = items?.raws ?? [];
    const own: ObjectNode = {
      ...bare,
      fields,
      ...(raws.length > 0 && { items: { uses: [], raws, constants: [], blocks: [] } }),
    };
    const bodies = (items?.uses ?? []).flatMap((use) => bodyOf(use, spec, around));
    return bodies.length === 0
      ? own
      : merge(
          bodies.reduce((below, above) => merge(below, above, spec)),
          own,
          spec,
        );
  };
  const bodyOf = (use: Name, spec: ObjectSpec | undefined, around: readonly string[]): readonly ObjectNode[] => {
    const template = templates.get(use.text);
    if (!template) {
      const near = suggest(use.text, templates.keys());
      const fixes = [{ title: phrases.write({ text: near ?? "" }), edits: [{ span: use.span, text: near ?? "" }] }];
      const place = near === undefined ? {} : { label: phrases.didYouMean({ near }), fixes };
      diagnostics.push(languageProblems.unknownTemplate({ name: use.text }).at(use.span, place));
      return [];
    }
    if (around.includes(use.text)) {
      diagnostics.push(languageProblems.templateCycle({ names: [...around, use.text] }).at(use.span));
      return [];
    }
    used(template, use);
    return [inside(template.body, spec, [...around, use.text])];
  };
  return (group, spec) => inside(group, spec, []);
}
