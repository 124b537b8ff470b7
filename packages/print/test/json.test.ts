import * as fc from "fast-check";
import { expect, test } from "vitest";
import { json, print } from "../src/index.ts";
import { anyString } from "./arbitraries.ts";

const value: fc.Arbitrary<json.Json> = fc.letrec<{ json: json.Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small" },
    anyString.filter((s) => json.refusal(s) === undefined),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(
      anyString.filter((s) => json.refusal(s) === undefined),
      tie("json"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).json;

test("free JSON comes back exactly, and what is printed holds nothing that cannot be seen", () => {
  fc.assert(
    fc.property(value, (original) => {
      const { text } = print(json.doc(json.json(original)));
      expect(JSON.parse(text)).toEqual(original);
      expect(text).toMatch(/^[^\0-\x09\x0B-\x1F\x7F-\x9F\u2028-\u202E\u2066-\u2069\uFEFF]*\n$/);
    }),
    { numRuns: 500 },
  );
});

test("the layout is that of JSON.stringify with two blanks", () => {
  const original = { a: [1, "x", [], {}], b: { c: null, d: true } };
  expect(print(json.doc(json.json(original))).text).toBe(`${JSON.stringify(original, null, 2)}\n`);
  expect(print(json.doc(json.flow(json.json(original)))).text).toBe(
    '{"a": [1, "x", [], {}], "b": {"c": null, "d": true}}\n',
  );
});

test("integers beyond the exact numbers of JavaScript are printed exactly", () => {
  expect(print(json.doc(json.int(2n ** 63n))).text).toBe("9223372036854775808\n");
});

test("a lone surrogate is refused, because Go would silently replace it", () => {
  expect(json.refusal("a\uD800")).toBe("lone-surrogate");
  expect(json.refusal("😀")).toBeUndefined();
  expect(() => print(json.doc(json.str("\uDC00")))).toThrow(TypeError);
  expect(() => print(json.doc(json.map([["\uDC00", json.nul()]])))).toThrow(TypeError);
});
