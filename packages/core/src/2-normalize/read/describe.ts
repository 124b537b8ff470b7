import type { EnumSpec, ObjectSpec, TypeSpec } from "../../fields/spec.ts";
import type { ValueNode } from "../../1-parse/syntax.ts";

const longest = 60;
// Line breaks, terminal escapes and marks that reorder text would make a message say something else.
const invisible = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** A piece of the source as it can be shown in a message: short, on one line, without invisible characters. */
export function shown(text: string): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.toWellFormed().replace(invisible, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What was written, in words. */
export function found(node: ValueNode): string {
  if (node.type === "list") return "a list";
  if (node.type === "object") return "a group of fields";
  if (node.type === "constant") return `\`$${shown(node.name)}\``;
  if (node.type === "call") return `\`${node.function}("${shown(node.argument)}")\``;
  return node.type === "string" ? `\`"${shown(node.value)}"\`` : `\`${shown(node.text)}\``;
}

/** What a type takes, in words. */
export function expected(type: TypeSpec): string {
  switch (type.type) {
    case "string":
      return type.expected ?? (type.supplied ? 'text in quotes, or `env("NAME")`' : "text in quotes");
    case "boolean":
      return "`true` or `false`";
    case "integer":
      return `a whole number${range(type, String)}`;
    case "number":
      return `a number${range(type, String)}`;
    case "duration":
      return 'a duration such as `"500ms"`';
    case "size":
      return 'a size such as `"512mb"`';
    case "ratio":
      return type.percentOnly ? 'a share such as `"50%"`' : 'a share such as `0.5` or `"50%"`';
    case "rate":
      return 'a rate such as `"100 req/s"`';
    case "cpu":
      return 'processor time such as `"500m"` or `0.5`';
    case "enum":
      return choices(type);
    case "list":
      return `a list \`[...]\` with ${expected(type.item.of)} in each place`;
    case "record":
    case "variant":
      return "a group of fields `{ ... }`";
    case "object":
      return group(type);
    case "json":
      return "text, a number, `true`, `false`, `null`, a list or a group";
    case "reference":
      return "the name of a component";
  }
}

/** ` of at least 1`, ` from 1 to 65535`; nothing where there are no limits. */
export function range(
  { min, max }: { readonly min?: number; readonly max?: number },
  print: (value: number) => string,
): string {
  if (min !== undefined && max !== undefined) return ` from ${print(min)} to ${print(max)}`;
  if (min !== undefined) return ` of at least ${print(min)}`;
  return max === undefined ? "" : ` of at most ${print(max)}`;
}

function choices({ values }: EnumSpec): string {
  const names = Object.keys(values).map((name) => `\`${name}\``);
  return names.length === 1 ? names.join("") : `one of ${names.join(", ")}`;
}

function group(type: ObjectSpec): string {
  const short = (type.shorthand ?? []).flatMap((field) => type.fields[field] ?? []).map((field) => expected(field.of));
  const forms = [...(type.expected === undefined ? short : [type.expected]), "a group of fields `{ ... }`"];
  return forms.join(", or ");
}
