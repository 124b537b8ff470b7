import { execFileSync, spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAllDocuments, parseDocument } from "yaml";
import { print, traced, yaml } from "../src/index.ts";
import { anyString, hostile, lookalikes, origin } from "./arbitraries.ts";

const show = (node: yaml.Node) => print(yaml.doc(node)).text;

/** Reads strictly: a warning is a failure as well. */
function read(source: string, version: "1.1" | "1.2"): unknown {
  const document = parseDocument(source, { version, strict: true, uniqueKeys: true, merge: version === "1.1" });
  expect([...document.errors, ...document.warnings]).toEqual([]);
  return document.toJS();
}

function readBack(node: yaml.Node): readonly unknown[] {
  return [read(show(node), "1.1"), read(show(node), "1.2")];
}

const json: fc.Arbitrary<yaml.Json> = fc.letrec<{ json: yaml.Json }>((tie) => ({
  json: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    anyString.filter((s) => yaml.refusal(s) === undefined),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("json"), { maxLength: 4 }),
    fc.dictionary(
      anyString.filter((s) => yaml.keyRefusal(s) === undefined),
      tie("json"),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).json;

test("every string that is not refused comes back exactly from YAML 1.1 and 1.2, as value and item", () => {
  fc.assert(
    fc.property(
      anyString.filter((s) => yaml.refusal(s) === undefined),
      (s) => {
        expect(readBack(yaml.str(s))).toEqual([s, s]);
        const list = yaml.list([yaml.str(s), yaml.flow(yaml.list([yaml.str(s)]))]);
        expect(readBack(list)).toEqual([
          [s, [s]],
          [s, [s]],
        ]);
      },
    ),
    { numRuns: 500 },
  );
});

test("every key that is not refused comes back exactly from YAML 1.1 and 1.2", () => {
  fc.assert(
    fc.property(
      anyString.filter((s) => yaml.keyRefusal(s) === undefined),
      (s) => {
        const maps = readBack(yaml.map([[s, yaml.flow(yaml.map([[s, yaml.int(1)]]))]]));
        expect(maps.map((map) => Object.keys(map as object))).toEqual([[s], [s]]);
        expect(maps.map((map) => Object.keys(Object.values(map as object)[0] as object))).toEqual([[s], [s]]);
      },
    ),
    { numRuns: 500 },
  );
});

test("only lone surrogates are refused", () => {
  expect(yaml.refusal("\uD800")).toBe("lone-surrogate");
  expect([...hostile, ...lookalikes].filter((s) => yaml.refusal(s) !== undefined)).toEqual(["\uD800", "\uDC00"]);
  expect(() => show(yaml.str("a\uD800"))).toThrow(TypeError);
});

test("a key longer than readers look is refused, quotes and escapes counted", () => {
  expect(yaml.keyRefusal("k".repeat(1024))).toBeUndefined();
  expect(yaml.keyRefusal("k".repeat(1025))).toBe("too-long");
  expect(yaml.keyRefusal(" ".repeat(1023))).toBe("too-long");
  expect(() => show(yaml.map([["k".repeat(1025), yaml.nul()]]))).toThrow(TypeError);
});

test("free JSON comes back exactly", () => {
  fc.assert(
    fc.property(json, (value) => {
      const [old, current] = readBack(yaml.json(value));
      expect(old).toEqual(current);
      expect(JSON.stringify(current)).toBe(JSON.stringify(value));
    }),
    { numRuns: 300 },
  );
});

test("a plain scalar stays plain only where every reader takes it for a string", () => {
  const plain = ["order-service", "a/b.c_d", "v1.2", "_x"];
  const quoted = ["no", "Y", "NULL", "12:30", "1e3", "", "a b", "-x", "x:", "中"];
  expect(plain.map((s) => show(yaml.str(s)))).toEqual(plain.map((s) => `${s}\n`));
  expect(quoted.map((s) => show(yaml.str(s)))).toEqual(quoted.map((s) => `"${s}"\n`));
});

test("what cannot be seen is escaped", () => {
  expect(show(yaml.str("a\u202Eb\0\u0085\uFEFF\u{E0001}"))).toBe('"a\\u202eb\\u0000\\u0085\\ufeff\\U000e0001"\n');
});

test("the layout: maps, lists, lists in lists, empty ones, flow, comments", () => {
  const node = yaml.map([
    ["map", yaml.map([["a", yaml.int(1)], ["b", yaml.num(0.5)], false, ["none", undefined]])],
    [
      "list",
      yaml.list([
        yaml.map([
          ["a", yaml.bool(true)],
          ["b", yaml.nul()],
        ]),
        yaml.list([yaml.str("x"), yaml.str("y")]),
        false,
      ]),
    ],
    ["empty", yaml.list([yaml.map([]), yaml.list([])])],
    ["flow", yaml.flow(yaml.list([yaml.str("CMD"), yaml.map([["a", yaml.int(1)]])]))],
    ["noted", yaml.commented("two\nlines", yaml.list([yaml.map([["a", yaml.commented("first", yaml.int(1))]])]))],
  ]);
  expect(print(yaml.doc(node, { header: ["Made.", ""] })).text).toBe(`# Made.
#
map:
  a: 1
  b: 0.5
list:
  - a: true
    b: null
  - - x
    - "y"
empty:
  - {}
  - []
flow: [CMD, {a: 1}]
# two
# lines
noted:
  -
    # first
    a: 1
`);
});

test("several documents stand in one file, and each reader finds all of them", () => {
  const printed = print(
    yaml.docs([yaml.map([["a", yaml.int(1)]]), yaml.list([]), yaml.str("---")], { header: ["two"] }),
  );
  expect(printed.text).toBe('# two\na: 1\n---\n[]\n---\n"---"\n');
  expect([...parseAllDocuments(printed.text)].map((one) => one.toJS() as unknown)).toEqual([{ a: 1 }, [], "---"]);
});

test("a comment never becomes anything else", () => {
  fc.assert(
    fc.property(anyString, anyString, (header, above) => {
      const node = yaml.list([
        yaml.commented(above, yaml.map([["a", yaml.commented(header, yaml.int(1))]])),
        yaml.commented(above, yaml.int(2)),
      ]);
      const source = print(yaml.doc(yaml.commented(above, node), { header: [header] })).text;
      for (const version of ["1.1", "1.2"] as const) expect(read(source, version)).toEqual([{ a: 1 }, 2]);
      expect(
        source.split(/[\n\u0085\u2028\u2029]/).filter((line) => !/^\s*(#|- a: 1$|a: 1$|-$|- 2$|$)/.test(line)),
      ).toEqual([]);
    }),
  );
});

test("a key that comes twice is refused", () => {
  expect(() =>
    yaml.map([
      ["a", yaml.int(1)],
      [traced("a", origin(1)), yaml.int(2)],
    ]),
  ).toThrow('"a" comes twice');
});

test("numbers that are not exact or not finite are refused", () => {
  expect(() => yaml.int(0.5)).toThrow(RangeError);
  expect(() => yaml.int(2 ** 53)).toThrow(RangeError);
  expect(() => yaml.num(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  expect(show(yaml.int(2n ** 64n))).toBe("18446744073709551616\n");
});

const python = spawnSync("python3", ["-c", "import yaml"]).status === 0;

describe.skipIf(!python)(`PyYAML${python ? "" : " (python3 with PyYAML is missing: pip install pyyaml)"}`, () => {
  test("reads every string and every number as it was", () => {
    const strings = [...lookalikes, ...hostile, ...fc.sample(anyString, { numRuns: 800, seed: 1 })].filter(
      (s) => yaml.refusal(s) === undefined,
    );
    const numbers = [
      0,
      -0,
      1,
      -1,
      1e21,
      1e-7,
      1.5e300,
      0.1,
      2 ** 53,
      ...fc.sample(fc.double({ noNaN: true, noDefaultInfinity: true }), { numRuns: 100, seed: 1 }),
    ];
    const keys = [...new Set(strings)].filter((s) => yaml.keyRefusal(s) === undefined);
    const node = yaml.map([
      ["strings", yaml.list(strings.map((s) => yaml.str(s)))],
      ["flow", yaml.flow(yaml.list(strings.map((s) => yaml.str(s))))],
      ["keys", yaml.map(keys.map((key): yaml.Entry => [key, yaml.int(1)]))],
      ["numbers", yaml.list(numbers.map((n) => yaml.num(n)))],
    ]);
    const program = `
import json, sys, yaml
data = yaml.safe_load(sys.stdin.buffer.read().decode("utf-8"))
data["keys"] = list(data["keys"].keys())
data["numbers"] = [float(n) if not isinstance(n, str) else n for n in data["numbers"]]
print(json.dumps(data))`;
    const out = execFileSync("python3", ["-c", program], { input: show(node), encoding: "utf8", maxBuffer: 1e8 });
    expect(JSON.parse(out)).toEqual({ strings, flow: strings, keys, numbers });
  });
});
