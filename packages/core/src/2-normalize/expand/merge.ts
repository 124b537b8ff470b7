import type { FieldNode, ObjectNode, ValueNode } from "../../1-parse/syntax.ts";
import type { ObjectSpec, TypeSpec } from "../../fields/spec.ts";
import { root } from "../read/place.ts";
import { fieldsOf } from "../read/shorthand.ts";
import { nowhere } from "../origin.ts";

/** One group over another: what the upper says wins, groups in it are merged as deep as they go, lists are replaced. */
export function merge(below: ObjectNode, above: ObjectNode, spec: ObjectSpec | undefined): ObjectNode {
  const nameOf = canonical(spec);
  const upper = new Map(above.fields.map((field) => [nameOf(field.key.text), field]));
  const kept = below.fields.filter((field) => !upper.has(nameOf(field.key.text)));
  const lower = new Map(below.fields.map((field) => [nameOf(field.key.text), field]));
  const merged = [...upper].map(([name, field]) => over(lower.get(name), field, spec?.fields[name]?.of));
  const items = mergeItems(below, above);
  return {
    ...above,
    fields: [...kept, ...merged],
    ...(items && { items }),
    ...((below.incomplete || above.incomplete) && { incomplete: true }),
  };
}

function over(below: FieldNode | undefined, above: FieldNode, type: TypeSpec | undefined): FieldNode {
  // What is said of a field holds for its value in an environment too, unless more is said there.
  const documented = below?.doc === undefined ? above : { doc: below.doc, ...above };
  if (!below || above.value.type !== "object") return documented;
  const spec = type?.type === "object" ? type : undefined;
  const group = groupOf(below.value, spec);
  return group ? { ...documented, value: merge(group, above.value, spec) } : documented;
}

/** A group, or the group that a plain value stands for. */
function groupOf(value: ValueNode, spec: ObjectSpec | undefined): ObjectNode | undefined {
  if (value.type === "object") return value;
  if (!spec || value.type === "constant" || value.type === "call") return undefined;
  // What the value lacks is told when the value itself is read.
  const run = { report: () => undefined, defaults: new Map() };
  const fields = fieldsOf(value, spec, root("", "", nowhere, run));
  return fields && { type: "object", fields, span: value.span };
}

/** The field that a key means: two keys of one field are one. */
function canonical(spec: ObjectSpec | undefined): (key: string) => string {
  if (!spec) return (key) => key;
  const aliases = new Map(
    Object.entries(spec.fields).flatMap(([name, { aliases = {} }]) =>
      Object.keys(aliases).map((alias) => [alias, name]),
    ),
  );
  return (key) => (Object.hasOwn(spec.fields, key) ? key : (aliases.get(key) ?? key));
}

function mergeItems(below: ObjectNode, above: ObjectNode): ObjectNode["items"] {
  const raws = [...(below.items?.raws ?? []), ...(above.items?.raws ?? [])];
  return raws.length === 0 ? undefined : { uses: [], raws, constants: [], blocks: [] };
}
