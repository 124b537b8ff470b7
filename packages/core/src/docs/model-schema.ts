import type { BlockKind } from "../fields/block.ts";
import { modelShape } from "./model-shape.ts";
import { groupSchema, type Schema } from "./type-schema.ts";
import { english, type Words } from "./words.ts";

export interface SchemaContext {
  /** Kinds of plugins: their blocks may hold more than their fields, which `normalize` adds. */
  readonly pluginKinds?: readonly BlockKind[];
  readonly words?: Words;
}

/**
 * The JSON Schema (2020-12) of the model that `dpm model --json` prints. It is closed wherever the model is: a block of
 * a known kind has its fields and no other. Blocks of kinds that it does not know may hold anything.
 */
export function modelSchema(
  kinds: readonly BlockKind[],
  { pluginKinds = [], words = english }: SchemaContext = {},
): Schema {
  const own = kinds.map((kind) => [kind.kind, kindSchema(kind, words)] as const);
  const others = pluginKinds.map((kind) => {
    const { additionalProperties: _, ...open } = kindSchema(kind, words);
    return [kind.kind, open] as const;
  });
  const known = [...own, ...others];
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "core/model.schema.json",
    title: "The model of dpm",
    $ref: "#/$defs/model",
    $defs: { ...modelShape, block: blockSchema(known.map(([kind]) => kind)), ...Object.fromEntries(known) },
  };
}

/** What any block may have besides. */
const raw: Schema = {
  description: "What is written for one target alone, by the target's name.",
  type: "object",
  additionalProperties: { type: "object" },
};

function kindSchema(kind: BlockKind, words: Words): Schema {
  const more = { kind: { const: kind.kind }, name: { type: "string" } };
  const { properties, ...group } = groupSchema(kind.body, words, more);
  return { title: kind.kind, description: kind.doc, ...group, properties: { ...(properties as Schema), raw } };
}

/** A block is what its kind says. */
function blockSchema(kinds: readonly string[]): Schema {
  return {
    description: "What is said of one name. Durations are microseconds, sizes bytes, ratios from 0 to 1.",
    type: "object",
    properties: { kind: { type: "string" }, name: { type: "string" } },
    required: ["kind", "name"],
    allOf: kinds.map((kind) => ({
      if: { type: "object", properties: { kind: { const: kind } } },
      // oxlint-disable-next-line unicorn/no-thenable -- the keyword of JSON Schema
      then: { $ref: `#/$defs/${kind}` },
    })),
  };
}
