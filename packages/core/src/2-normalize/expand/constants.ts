import type { FieldNode, ObjectNode, ValueNode } from "../../1-parse/syntax.ts";
import { languageProblems } from "../../diagnostics/catalogue/language.ts";
import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/suggest.ts";

/** Puts the value of each constant where `$name` stands. What it stands for is as good as written there. */
export type Substitute = (value: ValueNode) => ValueNode;

/** `used` is told of every use of a constant. */
export function substitution(
  constants: ReadonlyMap<string, FieldNode>,
  diagnostics: Diagnostic[],
  used: (constant: FieldNode, node: ValueNode) => void,
): Substitute {
  const inside = (value: ValueNode, around: readonly string[]): ValueNode => {
    if (value.type === "list") return { ...value, items: value.items.map((one) => inside(one, around)) };
    if (value.type === "object") return objectInside(value, around);
    if (value.type !== "constant") return value;
    const constant = constants.get(value.name);
    if (!constant) {
      const near = suggest(value.name, constants.keys());
      const fixes = [{ title: phrases.write({ text: `$${near}` }), edits: [{ span: value.span, text: `$${near}` }] }];
      const place = near === undefined ? {} : { label: phrases.didYouMean({ near: `$${near}` }), fixes };
      diagnostics.push(languageProblems.unknownConstant({ name: value.name }).at(value.span, place));
      return value;
    }
    if (around.includes(value.name)) {
      const names = [...around, value.name].map((name) => `$${name}`);
      diagnostics.push(languageProblems.constantCycle({ names }).at(value.span));
      return value;
    }
    used(constant, value);
    const stands = inside(constant.value, [...around, value.name]);
    return { ...stands, span: { ...value.span, definition: stands.span.definition ?? stands.span } };
  };
  const objectInside = (value: ObjectNode, around: readonly string[]): ObjectNode => ({
    ...value,
    fields: value.fields.map((field) => ({ ...field, value: inside(field.value, around) })),
    ...(value.items && {
      items: {
        ...value.items,
        raws: value.items.raws.map((field) => ({ ...field, value: inside(field.value, around) })),
        blocks: value.items.blocks.map((block) => ({ ...block, body: objectInside(block.body, around) })),
      },
    }),
  });
  return (value) => inside(value, []);
}
