import { expect, expectTypeOf, test } from "vitest";
import { block } from "../../src/fields/block.ts";
import {
  duration,
  integer,
  list,
  object,
  objectSpec,
  oneOf,
  partial,
  record,
  string,
  variant,
  type Infer,
} from "../../src/fields/field.ts";

test("a field is data, and a change makes a new field", () => {
  const plain = integer({ min: 1 });
  const changed = plain.default(3).doc("How many.");
  expect(plain.spec).toEqual({ of: { type: "integer", min: 1 }, presence: "required" });
  expect(changed.spec).toEqual({
    of: { type: "integer", min: 1 },
    presence: "defaulted",
    default: 3,
    doc: "How many.",
  });
});

test("an optional field has no default any more", () => {
  expect(integer().default(3).optional().spec).toEqual({ of: { type: "integer" }, presence: "optional" });
  expect(partial({ a: integer().default(3), b: string() })).toMatchObject({
    a: { spec: { presence: "optional" } },
    b: { spec: { presence: "optional" } },
  });
});

test("[G10] every duration may say its unit in its key, unless a field has that name", () => {
  const { fields } = objectSpec({ delay: duration().also({ pause: "" }), linger: duration(), linger_ms: integer() });
  expect(fields["delay"]?.aliases).toEqual({ delay_seconds: "s", delay_ms: "ms", pause: "" });
  expect(fields["linger"]?.aliases).toEqual({ linger_seconds: "s" });
  expect(fields["linger_ms"]?.aliases).toBeUndefined();
});

test("fields have camelCase names in the model", () => {
  expect(objectSpec({ max_latency_p95: duration(), level_1: string(), a: string() }).model).toEqual({
    max_latency_p95: "maxLatencyP95",
    level_1: "level1",
    a: "a",
  });
});

test("aliases of an enumeration add up, also on an open one", () => {
  const field = oneOf({ a: "A.", b: "B." }).alias({ x: "a" }).alias({ y: "b" });
  expect(field.spec.of).toEqual({ type: "enum", values: { a: "A.", b: "B." }, aliases: { x: "a", y: "b" } });
  expect(field.open().spec.of).toMatchObject({ open: true, aliases: { x: "a", y: "b" } });
});

test("a variant's groups carry the tag as a field", () => {
  const spec = variant("pattern", { one: { a: string() }, two: { b: integer() } }).spec.of;
  expect(spec).toMatchObject({
    type: "variant",
    tag: "pattern",
    variants: { one: { fields: { pattern: { of: { values: { one: "" } } }, a: {} } } },
  });
});

test("a field called `__proto__` is a field", () => {
  const { fields } = objectSpec(Object.fromEntries([["__proto__", string()]]));
  expect(Object.keys(fields)).toEqual(["__proto__"]);
});

test("types come from the table of fields", () => {
  const kind = block(
    "acme_greeting",
    "Greets.",
    {
      text_to_say: string(),
      style: oneOf({ short: "S.", long: "L." }).default("short"),
      times: list(object({ at: duration(), note: string().optional() })).optional(),
      extra: record(integer()).optional(),
    },
    { identity: ["style"], rest: { into: "others", value: string() } },
  );
  type Greeting = Infer<typeof kind>;
  expectTypeOf<Greeting>().branded.toEqualTypeOf<{
    readonly kind: "acme_greeting";
    readonly name: string;
    readonly textToSay: string;
    readonly style: "short" | "long";
    readonly times?: readonly { readonly at: number; readonly note?: string | undefined }[] | undefined;
    readonly extra?: Readonly<Record<string, number>> | undefined;
    readonly others: Readonly<Record<string, string>>;
  }>();
  expect(kind).toMatchObject({
    kind: "acme_greeting",
    identity: ["style"],
    facet: true,
    body: { rest: { into: "others" } },
  });
});
