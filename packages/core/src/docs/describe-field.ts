import type { DurationUnit, Literal, Presence, TypeSpec } from "../fields/spec.ts";
import { docText, limitsText, typeText, unitText } from "./field-text.ts";
import { innermost, spelled, type KindField } from "./fields.ts";
import type { Words } from "./words.ts";

/** Everything that is known of a field, for whoever shows it. */
export interface FieldDescription {
  /** `retry.max_attempts`. */
  readonly field: string;
  readonly doc?: string;
  readonly type: TypeSpec["type"];
  /** What it takes, in words. */
  readonly takes: string;
  /** Within which limits, in words. */
  readonly limits: readonly string[];
  /** Its name in the model, and what the model holds where that is not what is written. */
  readonly model: string;
  readonly unit?: string;
  readonly presence: Presence;
  readonly default?: Literal;
  /** Rules reckon with it, and no target has to express it. */
  readonly fact: boolean;
  /** The value of the tag that its group must have. */
  readonly when?: { readonly tag: string; readonly value: string };
  /** Other keys, each with the unit of a plain number there, or `""`. */
  readonly aliases: Readonly<Record<string, DurationUnit | "">>;
  /** The fields that a plain value stands for. */
  readonly shorthand: readonly string[];
  /** The values of an enumeration; an open one takes others too. */
  readonly values?: readonly ValueDescription[];
  readonly open?: boolean;
}

export interface ValueDescription {
  readonly value: string;
  readonly doc: string;
  readonly aliases: readonly string[];
}

export function describeField(field: KindField, words: Words): FieldDescription {
  const { spec, when, isFact } = field;
  const type = innermost(spec.of);
  const doc = docText(field, words);
  const unit = unitText(spec.of, words);
  return {
    field: spelled(field),
    ...(doc !== undefined && { doc }),
    type: spec.of.type,
    takes: typeText(spec.of, words),
    limits: limitsText(spec.of, words),
    model: field.model.join("."),
    ...(unit !== undefined && { unit }),
    presence: spec.presence,
    ...(spec.default !== undefined && { default: spec.default }),
    fact: isFact,
    ...(when && { when }),
    aliases: spec.aliases ?? {},
    shorthand: type.type === "object" ? (type.shorthand ?? []) : [],
    ...(type.type === "enum" && { values: valuesOf(type), open: type.open === true }),
  };
}

/** Each value with its meaning and its other spellings. */
export function valuesOf({
  values,
  aliases,
}: Extract<TypeSpec, { readonly type: "enum" }>): readonly ValueDescription[] {
  const spellings = Map.groupBy(Object.entries(aliases), ([, value]) => value);
  return Object.entries(values).map(([value, doc]) => ({
    value,
    doc,
    aliases: (spellings.get(value) ?? []).map(([alias]) => alias),
  }));
}
