import type { EnumSpec, FieldSpec, ObjectSpec, RestSpec, TypeSpec, VariantSpec } from "../fields/spec.ts";
import { unitText } from "./field-text.ts";
import type { Words } from "./words.ts";

export type Schema = Readonly<Record<string, unknown>>;

/** What a field's value is in the model, with the field's own name and meaning. */
export function fieldSchema(name: string, spec: FieldSpec, words: Words): Schema {
  const unit = unitText(spec.of, words);
  const told = [spec.doc, unit === undefined ? undefined : `${capital(unit)}.`].filter((part) => part !== undefined);
  return {
    title: name,
    ...(told.length > 0 && { description: told.join(" ") }),
    ...typeSchema(spec.of, words),
  };
}

/** What a value of a type is in the model. */
export function typeSchema(type: TypeSpec, words: Words): Schema {
  switch (type.type) {
    case "string":
      return textSchema(type);
    case "reference":
      return { type: "string" };
    case "boolean":
      return { type: "boolean" };
    case "integer":
    case "number":
      return { type: type.type, ...limits(type) };
    case "duration":
    case "size":
      return { type: "integer", ...limits({ min: 0, ...type }) };
    case "cpu":
      return { type: "integer", minimum: 0 };
    case "ratio":
      return { type: "number", ...limits(type.above === true ? { min: 0 } : { min: 0, max: 1 }) };
    case "rate":
      return closed({ count: { type: "integer", minimum: 0 }, per: { type: "integer", minimum: 1 } }, ["count", "per"]);
    case "enum":
      return enumSchema(type);
    case "list":
      return {
        type: "array",
        ...(type.min !== undefined && { minItems: type.min }),
        items: typeSchema(type.item.of, words),
      };
    case "record":
      return { type: "object", additionalProperties: typeSchema(type.value.of, words) };
    case "object":
      return groupSchema(type, words);
    case "variant":
      return variantSchema(type, words);
    case "json":
      return {};
  }
}

/** A group with its fields under their names in the model; `more` are fields that it has besides. */
export function groupSchema(
  { fields, model, rest }: ObjectSpec,
  words: Words,
  more: Readonly<Record<string, Schema>> = {},
): Schema {
  const own = Object.entries(fields).map(
    ([name, spec]) => [model[name] ?? name, fieldSchema(name, spec, words)] as const,
  );
  const free = rest ? [[rest.into, restSchema(rest, words)] as const] : [];
  // What has a default is always there.
  const present = Object.entries(fields).filter(([, spec]) => spec.presence !== "optional");
  return closed(Object.fromEntries([...Object.entries(more), ...own, ...free]), [
    ...Object.keys(more),
    ...present.map(([name]) => model[name] ?? name),
    ...(rest ? [rest.into] : []),
  ]);
}

function restSchema({ value, pattern }: RestSpec, words: Words): Schema {
  return {
    ...(value.doc !== undefined && { description: value.doc }),
    type: "object",
    ...(pattern !== undefined && { propertyNames: { pattern: `^(?:${pattern})$` } }),
    additionalProperties: typeSchema(value.of, words),
  };
}

/** Text, or where it is supplied when the system runs. */
function textSchema({ pattern, supplied }: Extract<TypeSpec, { readonly type: "string" }>): Schema {
  const text = { type: "string", ...(pattern !== undefined && { pattern: `^(?:${pattern})$` }) };
  if (supplied !== true) return text;
  const elsewhere = closed({ from: { enum: ["env", "secret"] }, name: { type: "string" } }, ["from", "name"]);
  return { anyOf: [text, elsewhere] };
}

/** Each value with its meaning; an open enumeration is any text. */
function enumSchema({ values, open }: EnumSpec): Schema {
  const names = Object.keys(values);
  if (open === true) return { type: "string", examples: names };
  if (names.every((name) => values[name] === "")) return { enum: names };
  return { oneOf: names.map((name) => ({ const: name, description: values[name] })) };
}

function variantSchema({ variants }: VariantSpec, words: Words): Schema {
  return { oneOf: Object.entries(variants).map(([name, group]) => ({ title: name, ...groupSchema(group, words) })) };
}

function limits({ min, max }: { readonly min?: number; readonly max?: number }): Schema {
  return { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
}

/** An object of exactly these properties. */
export function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: "object", properties, required, additionalProperties: false };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
