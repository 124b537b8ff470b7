import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boolean,
  duration,
  integer,
  json,
  list,
  object,
  objectSpec,
  oneOf,
  record,
  string,
} from "../../src/fields/field.ts";
import { originOf, spanOf } from "../../src/2-normalize/origin.ts";
import { fromJson } from "../../src/2-normalize/read/from-json.ts";
import { readObject } from "../../src/2-normalize/read/read-object.ts";
import type { Span } from "../../src/source/source-file.ts";

const options = objectSpec({
  style: oneOf({ java: "Plain Java.", spring: "Spring." }).default("java"),
  timeout: duration().default("2s"),
  nested: object({ on: boolean().default(false), names: list(string()).optional() }).optional(),
  images: record(string()).optional(),
  count: integer({ min: 1 }).optional(),
});

test("options are read as blocks are: defaults, durations, nested groups", () => {
  const node = fromJson({ style: "spring", nested: { names: ["a", "b"] }, images: { redis: "redis:8" } });
  expect(readObject(node, options, "target x")).toEqual({
    value: {
      style: "spring",
      timeout: 2_000_000,
      nested: { on: false, names: ["a", "b"] },
      images: { redis: "redis:8" },
    },
    diagnostics: [],
  });
});

test("mistakes in options are the same mistakes, with the option's path", () => {
  const { value, diagnostics } = readObject(
    fromJson({ stile: "spring", timeout: 5, nested: { on: "yes" }, count: "3" }),
    options,
    "target x",
  );
  expect(diagnostics.map((one) => [one.code, one.message.split(",")[0]])).toEqual([
    ["core/unknown-field", "`target x` has no field `stile`"],
    ["core/missing-unit", "`timeout` is `5` without a unit"],
    ["core/wrong-type", '`on` is `"yes"`'],
    ["core/wrong-type", '`count` is `"3"`'],
  ]);
  expect(value).toEqual({ style: "java", timeout: 2_000_000, nested: { on: false } });
});

test("where the file is not known a mistake has no place and nothing to edit", () => {
  const [problem] = readObject(fromJson({ stile: "spring" }), options, "target x").diagnostics;
  expect(problem?.label).toBe("did you mean `style`?");
  expect([problem?.span, problem?.fixes]).toEqual([undefined, undefined]);
});

test("where it is known each value has the place of its path", () => {
  const places = new Map([
    ["nested.names.1", 40],
    ["nested", 20],
  ]);
  const locate = (path: readonly string[]): Span | undefined => {
    const start = places.get(path.join("."));
    return start === undefined ? undefined : { file: ".dpmrc", start, end: start + 1 };
  };
  const { value, diagnostics } = readObject(fromJson({ nested: { names: ["a", 5] } }, locate), options, "target x");
  expect(diagnostics.map((one) => [one.code, one.span])).toEqual([
    ["core/wrong-type", { file: ".dpmrc", start: 40, end: 41 }],
  ]);
  const nested = (value as { readonly nested: object }).nested;
  expect(originOf(nested)).toMatchObject({ kind: "written", path: "target x.nested" });
  expect(spanOf(value ?? {}, "nested")).toEqual({ file: ".dpmrc", start: 20, end: 21 });
});

test.each([
  ["a function", () => 1],
  ["not a number", Number.NaN],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a symbol", Symbol("x")],
  ["a big integer", 10n],
  ["a date", new Date(0)],
  ["a map", new Map()],
])("%s is no data: neither text, a number, a group nor a free value takes it", (_, value) => {
  const fields = objectSpec({
    text: string().optional(),
    amount: integer().optional(),
    group: object({}).optional(),
    free: json().optional(),
  });
  for (const field of Object.keys(fields.fields)) {
    const { value: read, diagnostics } = readObject(fromJson({ [field]: value }), fields, "target x");
    expect(diagnostics.map((one) => one.code)).toEqual(["core/wrong-type"]);
    expect(read).toEqual({});
  }
});

test("data that contains itself, or is deeper than any person writes, is refused where it gets too deep", () => {
  const free = objectSpec({ free: json().optional() });
  const circle: { self?: object } = {};
  circle.self = circle;
  const deep = JSON.parse("[".repeat(5000) + "]".repeat(5000)) as unknown;
  for (const value of [circle, deep]) {
    expect(readObject(fromJson({ free: value }), free, "target x").diagnostics.map((one) => one.code)).toEqual([
      "core/too-deep",
    ]);
  }
});

test("an unset option is not written", () => {
  expect(readObject(fromJson({ style: undefined }), options, "target x")).toMatchObject({
    value: { style: "java" },
    diagnostics: [],
  });
});

test("a free value comes back as the same JSON", () => {
  const free = objectSpec({ free: json() });
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const { value: read, diagnostics } = readObject(fromJson({ free: value }), free, "target x");
      if (diagnostics.length > 0) expect(diagnostics.map((one) => one.code)).toContain("core/out-of-range");
      else expect(JSON.stringify(read)).toBe(JSON.stringify({ free: value }));
    }),
  );
});
