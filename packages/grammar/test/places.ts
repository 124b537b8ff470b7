import type { Document, FieldNode, ObjectNode, Span, ValueNode } from "@dpm/core";

/** A place of a text, and the beginning of the scope that its first character must have. */
export interface Place {
  readonly span: Span;
  readonly scope: string;
}

/** What the language's own parser found, as what a grammar should have called it. */
export function placesOf({ blocks, constants = [], imports = [] }: Document): readonly Place[] {
  return [
    ...imports.map(({ span }) => ({ span, scope: "string.quoted" })),
    ...constants.flatMap(constantPlaces),
    ...blocks.flatMap(blockPlaces),
  ];
}

function blockPlaces({ kind, name, body, annotations = [] }: Document["blocks"][number]): readonly Place[] {
  const special = kind.text === "env" || kind.text === "template";
  return [
    ...annotations.map(({ span }) => ({ span, scope: "punctuation.definition.annotation" })),
    { span: kind.span, scope: special ? "keyword.other" : "storage.type.kind" },
    { span: name.span, scope: special ? "entity.name" : "entity.name.type.component" },
    ...groupPlaces(body),
  ];
}

function groupPlaces({ fields, items }: ObjectNode): readonly Place[] {
  return [
    ...fields.flatMap(fieldPlaces),
    ...(items?.uses ?? []).map(({ span }) => ({ span, scope: "entity.name.function.template" })),
    ...(items?.raws ?? []).flatMap(({ key, value }) => [
      { span: key.span, scope: "entity.name.namespace.target" },
      ...valuePlaces(value),
    ]),
    ...(items?.constants ?? []).flatMap(constantPlaces),
    ...(items?.blocks ?? []).flatMap(blockPlaces),
  ];
}

function constantPlaces({ key, value }: FieldNode): readonly Place[] {
  return [{ span: key.span, scope: "variable.other.constant" }, ...valuePlaces(value)];
}

function fieldPlaces({ key, value, annotations = [] }: FieldNode): readonly Place[] {
  return [
    ...annotations.map(({ span }) => ({ span, scope: "punctuation.definition.annotation" })),
    { span: key.span, scope: "property" },
    ...valuePlaces(value),
  ];
}

function valuePlaces(node: ValueNode): readonly Place[] {
  const { span } = node;
  switch (node.type) {
    case "string":
      return [{ span, scope: "string.quoted" }];
    case "number":
    case "quantity":
      return [{ span, scope: "constant.numeric" }];
    case "word":
      return [{ span, scope: isConstant(node.text) ? "constant.language" : "word" }];
    case "constant":
      return [{ span, scope: "punctuation.definition.variable" }];
    case "call":
      return [{ span, scope: "support.function" }];
    case "list":
      return [{ span, scope: "punctuation.section.list.begin" }, ...node.items.flatMap(valuePlaces)];
    case "object":
      return [{ span, scope: "punctuation.section.group.begin" }, ...groupPlaces(node)];
  }
}

function isConstant(text: string): boolean {
  return text === "true" || text === "false" || text === "null";
}

/** Whether scopes hold the one that a place must have. */
export function fits({ scope }: Place, scopes: readonly string[]): boolean {
  const innermost = scopes.at(-1) ?? "";
  if (scope === "property")
    return scopes.some(
      (one) => one.startsWith("support.type.property-name") || one.startsWith("variable.other.property"),
    );
  if (scope === "word")
    return innermost.startsWith("support.constant.value") || innermost.startsWith("variable.other.name");
  return scopes.some((one) => one.startsWith(scope));
}
