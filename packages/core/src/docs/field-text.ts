import { printDuration } from "../2-normalize/units/duration.ts";
import { printSize } from "../2-normalize/units/size.ts";
import type { DurationUnit, FieldSpec, Literal, ObjectSpec, TypeSpec } from "../fields/spec.ts";
import { freeName, innermost, type KindField } from "./fields.ts";
import { quoted, say, type Words } from "./words.ts";

/** What a type takes, in words. */
export function typeText(type: TypeSpec, words: Words): string {
  const { types } = words;
  switch (type.type) {
    case "string":
      return type.supplied === true ? types.supplied : types.string;
    case "ratio":
      return type.percentOnly === true ? types.percent : types.ratio;
    case "enum":
      return say(type.open === true ? types.open : types.enum, { values: quoted(Object.keys(type.values)) });
    case "list":
      return say(types.list, { item: typeText(type.item.of, words) });
    case "record":
      return say(types.record, { item: typeText(type.value.of, words) });
    case "object":
      return groupText(type, words);
    case "variant":
      return say(types.variant, { tag: type.tag, values: quoted(Object.keys(type.variants)) });
    case "reference":
      return type.kinds ? say(types.blockOf, { kinds: quoted(type.kinds) }) : types.reference;
    default:
      return types[type.type];
  }
}

/** A group, and the plain values that may stand for it. */
function groupText(type: ObjectSpec, words: Words): string {
  const short = (type.shorthand ?? []).flatMap((name) => {
    const spec = type.fields[name];
    return spec ? [say(words.types.standsFor, { alone: typeText(spec.of, words), field: name })] : [];
  });
  const alone = type.expected === undefined ? short : [type.expected];
  return alone.reduce((group, one) => say(words.types.short, { group, alone: one }), words.types.object);
}

interface Range {
  readonly min?: number;
  readonly max?: number;
}

/** Within which limits, in the type's own notation; of a list also those of its items. */
export function limitsText(type: TypeSpec, words: Words): readonly string[] {
  const { limits } = words;
  switch (type.type) {
    case "string":
      return type.expected === undefined ? [] : [say(limits.text, { expected: type.expected })];
    case "integer":
    case "number":
      return [...rangeText(type, String, limits), ...(type.quoted === true ? [limits.quoted] : [])];
    case "duration":
      return rangeText(withoutZero(type), printDuration, limits);
    case "size":
      return rangeText(withoutZero(type), printSize, limits);
    case "ratio":
      return type.above === true ? [limits.above] : [];
    case "list": {
      const { min = 0 } = type;
      const count = min === 0 ? [] : [min === 1 ? limits.item : say(limits.items, { min })];
      return [...count, ...limitsText(type.item.of, words)];
    }
    case "record":
      return limitsText(type.value.of, words);
    default:
      return [];
  }
}

/** No quantity is negative, so that it is at least 0 says nothing. */
function withoutZero({ min, max }: Range): Range {
  return { ...(min !== undefined && min > 0 && { min }), ...(max !== undefined && { max }) };
}

function rangeText({ min, max }: Range, print: (value: number) => string, limits: Words["limits"]): readonly string[] {
  if (min !== undefined && max !== undefined) return [say(limits.range, { min: print(min), max: print(max) })];
  if (min !== undefined) return [say(limits.min, { min: print(min) })];
  return max === undefined ? [] : [say(limits.max, { max: print(max) })];
}

/** What the model holds, where that is not what is written. */
export function unitText(type: TypeSpec, { units }: Words): string | undefined {
  const { type: name } = innermost(type);
  const isQuantity = name === "duration" || name === "size" || name === "ratio" || name === "rate" || name === "cpu";
  return isQuantity ? units[name] : undefined;
}

/** A value in the language's own notation. */
export function literalText(value: Literal): string {
  if (typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${(value as readonly Literal[]).map(literalText).join(", ")}]`;
  const entries = Object.entries(value).map(([name, inner]) => `${name}: ${literalText(inner)}`);
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

/** The other keys of a field, each with the unit of a plain number there. */
export function aliasTexts({ aliases = {} }: FieldSpec, { notes, units }: Words): readonly string[] {
  return Object.entries(aliases).map(([name, unit]) =>
    unit === "" ? `\`${name}\`` : say(notes.numberOf, { name: `\`${name}\``, unit: units[unit] }),
  );
}

/** Whether a key is one of the two that every duration has. */
export function isSuffixed(field: KindField, alias: string, unit: DurationUnit | ""): boolean {
  const name = field.path.at(-1) ?? "";
  return (alias === `${name}_seconds` && unit === "s") || (alias === `${name}_ms` && unit === "ms");
}

/** What becomes of a field that is not written. */
export function unwrittenText({ path, spec: { presence, default: value } }: KindField, { notes }: Words): string {
  if (path.at(-1) === freeName) return notes.any;
  if (presence === "required") return notes.required;
  return value === undefined ? notes.nothing : `\`${literalText(value)}\``;
}

/** What a field means. A variant's tag and what stands under a free name have no text of their own. */
export function docText({ path, spec: { of, doc } }: KindField, { notes }: Words): string | undefined {
  if (doc !== undefined) return doc;
  if (path.at(-1) === freeName) return notes.named;
  const isTag = of.type === "enum" && Object.values(of.values).every((text) => text === "");
  return isTag ? notes.tag : undefined;
}
