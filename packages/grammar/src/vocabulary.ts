import type { BlockKind } from "@dpm/core";
import { fieldsOfKind, freeName, innermost } from "@dpm/core/docs";

/** The words that the kinds give meaning to. */
export interface Vocabulary {
  readonly kinds: readonly string[];
  /** Keys of fields, their other spellings included. */
  readonly keys: readonly string[];
  /** Values of enumerations, their other spellings included. */
  readonly values: readonly string[];
}

export function vocabularyOf(kinds: readonly BlockKind[]): Vocabulary {
  const fields = kinds.flatMap(fieldsOfKind);
  const keys = fields.flatMap(({ path, spec }) => [path.at(-1) ?? "", ...Object.keys(spec.aliases ?? {})]);
  const values = fields.flatMap(({ spec }) => {
    const type = innermost(spec.of);
    return type.type === "enum" ? [...Object.keys(type.values), ...Object.keys(type.aliases)] : [];
  });
  return { kinds: kinds.map((kind) => kind.kind), keys: keys.filter((key) => key !== freeName), values };
}
