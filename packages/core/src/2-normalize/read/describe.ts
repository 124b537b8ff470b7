import { phrases } from "../../diagnostics/catalogue/phrases.ts";
import { valuePhrases } from "../../diagnostics/catalogue/values.ts";
import type { Phrase } from "../../diagnostics/diagnostic.ts";
import { phrase } from "../../diagnostics/phrases.ts";
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
export function found(node: ValueNode): Phrase | string {
  if (node.type === "list") return valuePhrases.aList();
  if (node.type === "object") return valuePhrases.aGroup();
  if (node.type === "constant") return `\`$${shown(node.name)}\``;
  if (node.type === "call") return `\`${node.function}("${shown(node.argument)}")\``;
  return node.type === "string" ? `\`"${shown(node.value)}"\`` : `\`${shown(node.text)}\``;
}

/** What a type takes, in words. */
export function expected(type: TypeSpec): Phrase | string {
  switch (type.type) {
    case "string":
      if (type.expected !== undefined) return quotation(type.expected);
      return type.supplied ? valuePhrases.suppliedText() : valuePhrases.text();
    case "boolean":
      return valuePhrases.boolean();
    case "integer":
      return ranged(valuePhrases.integer(), type, String);
    case "number":
      return ranged(valuePhrases.number(), type, String);
    case "duration":
      return valuePhrases.suchAs({ what: valuePhrases.duration(), example: '`"500ms"`' });
    case "size":
      return valuePhrases.suchAs({ what: valuePhrases.size(), example: '`"512mb"`' });
    case "ratio":
      return type.percentOnly
        ? valuePhrases.suchAs({ what: valuePhrases.share(), example: '`"50%"`' })
        : shareOr('`"50%"`');
    case "rate":
      return valuePhrases.suchAs({ what: valuePhrases.rate(), example: '`"100 req/s"`' });
    case "cpu":
      return valuePhrases.suchAsEither({ what: valuePhrases.processorTime(), one: '`"500m"`', other: "`0.5`" });
    case "enum":
      return choices(type);
    case "list":
      return valuePhrases.listOf({ item: expected(type.item.of) });
    case "record":
    case "variant":
      return valuePhrases.fields();
    case "object":
      return group(type);
    case "json":
      return valuePhrases.anything();
    case "reference":
      return valuePhrases.componentName();
  }
}

/** What is expected, `of at least 1` or `from 1 to 65535`; without a limit nothing is added. */
export function ranged(
  what: Phrase,
  { min, max }: { readonly min?: number; readonly max?: number },
  print: (value: number) => string,
): Phrase {
  if (min !== undefined && max !== undefined) return valuePhrases.fromTo({ what, min: print(min), max: print(max) });
  if (min !== undefined) return valuePhrases.atLeast({ what, min: print(min) });
  return max === undefined ? what : valuePhrases.atMost({ what, max: print(max) });
}

/** What a type says of itself: data of its kind, whose translation is found by the text. */
export function quotation(text: string): Phrase {
  return phrase(`expected:${text}`, text);
}

function shareOr(example: string): Phrase {
  return valuePhrases.suchAsEither({ what: valuePhrases.share(), one: "`0.5`", other: example });
}

function choices({ values }: EnumSpec): Phrase | string {
  const names = Object.keys(values).map((name) => `\`${name}\``);
  return names.length === 1 ? names.join("") : valuePhrases.oneOf({ names });
}

function group(type: ObjectSpec): Phrase {
  const short = (type.shorthand ?? []).flatMap((field) => type.fields[field] ?? []).map((field) => expected(field.of));
  const forms = type.expected === undefined ? short : [quotation(type.expected)];
  return forms.reduceRight<Phrase>((last, others) => phrases.orLast({ others, last }), valuePhrases.fields());
}
