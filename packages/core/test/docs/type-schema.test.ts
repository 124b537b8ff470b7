import { expect, test } from "vitest";
import { typeText } from "../../src/docs/field-text.ts";
import { groupSchema, typeSchema } from "../../src/docs/type-schema.ts";
import { english } from "../../src/docs/words.ts";
import {
  duration,
  integer,
  list,
  objectSpec,
  oneOf,
  ratio,
  rate,
  record,
  string,
  suppliable,
} from "../../src/fields/field.ts";

const schemaOf = ({ spec }: Parameters<typeof list>[0]): unknown => typeSchema(spec.of, english);

test("a quantity is what the model holds, not what is written", () => {
  expect(schemaOf(duration({ min: 1000 }))).toEqual({ type: "integer", minimum: 1000 });
  expect(schemaOf(ratio())).toEqual({ type: "number", minimum: 0, maximum: 1 });
  expect(schemaOf(ratio({ above: true }))).toEqual({ type: "number", minimum: 0 });
  expect(schemaOf(rate())).toMatchObject({ required: ["count", "per"], additionalProperties: false });
});

test("an open enumeration is any text, a closed one its values with their meanings", () => {
  const tone = oneOf({ calm: "Quiet." });
  expect(schemaOf(tone)).toEqual({ oneOf: [{ const: "calm", description: "Quiet." }] });
  expect(schemaOf(tone.open())).toEqual({ type: "string", examples: ["calm"] });
});

test("what may be supplied is text or where it comes from", () => {
  expect(schemaOf(record(suppliable()))).toMatchObject({
    additionalProperties: { anyOf: [{ type: "string" }, { properties: { from: { enum: ["env", "secret"] } } }] },
  });
  expect(typeText(suppliable().spec.of, english)).toBe('text, or `env("NAME")`, or `secret("store/key")`');
});

test("of a group only what may be absent is not required", () => {
  const group = objectSpec({ max_tries: integer().default(1), name: string(), other: list(string()).optional() });
  expect(groupSchema(group, english)).toMatchObject({
    properties: { maxTries: { title: "max_tries" }, name: {}, other: { type: "array" } },
    required: ["maxTries", "name"],
    additionalProperties: false,
  });
});
