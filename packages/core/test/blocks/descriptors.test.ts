import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import type { FieldSpec, ObjectSpec, TypeSpec } from "../../src/fields/spec.ts";

type Named = readonly [path: string, spec: FieldSpec];

/** The fields that users write, with their groups: list items and the values of records have no keys of their own. */
function fieldsIn(type: TypeSpec, path: string): readonly Named[] {
  if (type.type === "list") return fieldsIn(type.item.of, path);
  if (type.type === "record") return fieldsIn(type.value.of, path);
  if (type.type === "variant")
    return Object.values(type.variants).flatMap((one) =>
      fieldsIn(one, path).filter(([name]) => !name.endsWith(`.${type.tag}`)),
    );
  if (type.type !== "object") return [];
  const own = Object.entries(type.fields).flatMap(([name, spec]): readonly Named[] => [
    [`${path}.${name}`, spec],
    ...fieldsIn(spec.of, `${path}.${name}`),
  ]);
  return type.rest ? [...own, ...fieldsIn(type.rest.value.of, path)] : own;
}

function groupsIn(type: TypeSpec): readonly ObjectSpec[] {
  if (type.type === "list") return groupsIn(type.item.of);
  if (type.type === "record") return groupsIn(type.value.of);
  if (type.type === "variant") return Object.values(type.variants).flatMap(groupsIn);
  if (type.type !== "object") return [];
  return [
    type,
    ...Object.values(type.fields).flatMap((spec) => groupsIn(spec.of)),
    ...(type.rest ? groupsIn(type.rest.value.of) : []),
  ];
}

const fields = blockKinds.flatMap((kind) => fieldsIn(kind.body, kind.kind));
const groups = blockKinds.flatMap((kind) => groupsIn(kind.body));
const isSentence = (text: string | undefined): boolean => text !== undefined && /^\S.*\.$/.test(text);

test("every kind and every field says in a sentence what it is", () => {
  expect(blockKinds.filter((kind) => !isSentence(kind.doc)).map((kind) => kind.kind)).toEqual([]);
  expect(fields.filter(([, spec]) => !isSentence(spec.doc)).map(([path]) => path)).toEqual([]);
});

test("every value of an enumeration says in a sentence what it means", () => {
  const unsaid = fields.flatMap(([path, { of }]) =>
    of.type === "enum"
      ? Object.entries(of.values)
          .filter(([, doc]) => !isSentence(doc))
          .map(([value]) => `${path}=${value}`)
      : [],
  );
  expect(unsaid).toEqual([]);
});

test("every alias of a value leads to a value", () => {
  const enumerations = fields.flatMap(([, { of }]) => (of.type === "enum" ? [of] : []));
  expect(
    enumerations.flatMap((one) => Object.values(one.aliases).filter((value) => !Object.hasOwn(one.values, value))),
  ).toEqual([]);
  expect(
    enumerations.flatMap((one) => Object.keys(one.aliases).filter((alias) => Object.hasOwn(one.values, alias))),
  ).toEqual([]);
});

test("no two fields of a group can be meant by one key", () => {
  const ambiguous = groups.flatMap(({ fields: own }) => {
    const keys = Object.entries(own).flatMap(([name, spec]) => [name, ...Object.keys(spec.aliases ?? {})]);
    return keys.filter((key, index) => keys.indexOf(key) !== index);
  });
  expect(ambiguous).toEqual([]);
});

test("no two fields of a group have one name in the model, and no block's field hides its kind or name", () => {
  for (const { model, rest } of groups) {
    const names = [...Object.values(model), ...(rest ? [rest.into] : [])];
    expect(new Set(names).size).toBe(names.length);
  }
  expect(
    blockKinds.flatMap((kind) => Object.values(kind.body.model)).filter((name) => name === "kind" || name === "name"),
  ).toEqual([]);
});

test("what a plain value or a text stands for are fields of the group", () => {
  for (const { fields: own, shorthand = [], text = "" } of groups) {
    const named = [...text.matchAll(/\(\?<(\w+)>/g)].map(([, name = ""]) => name);
    expect([...shorthand, ...named].filter((name) => !Object.hasOwn(own, name))).toEqual([]);
  }
});

test("every pattern is a regular expression, and its meaning is said in words", () => {
  const texts = fields.flatMap(([path, { of }]) =>
    of.type === "string" && of.pattern !== undefined ? [{ path, pattern: of.pattern, expected: of.expected }] : [],
  );
  for (const { path, pattern, expected } of texts) {
    expect(() => new RegExp(`^(?:${pattern})$`, "u"), path).not.toThrow();
    expect(expected, path).toBeDefined();
  }
  expect(texts.length).toBeGreaterThan(10);
});

test("`calls` exists on every kind that can stand for a caller", () => {
  const callers = blockKinds.filter((kind) => Object.hasOwn(kind.body.fields, "calls")).map((kind) => kind.kind);
  expect(callers).toEqual([
    "adaptive_load_balancer",
    "deploy_docker_compose",
    "deploy_kubernetes",
    "fault_tolerance",
    "load_balancer",
    "service_discovery",
  ]);
});

test("[G11] only tests are told apart by more than their name, and only formal verification stands alone", () => {
  expect(blockKinds.filter((kind) => kind.identity.length > 0).map((kind) => [kind.kind, kind.identity])).toEqual([
    ["generate_tests", ["type"]],
  ]);
  expect(blockKinds.filter((kind) => !kind.facet).map((kind) => kind.kind)).toEqual(["formal_verification"]);
});

/** Every regular expression of a descriptor, wherever it stands. */
function patternsIn(data: unknown): readonly string[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]: readonly [string, unknown]) => {
    if (typeof value !== "string") return patternsIn(value);
    if (key === "pattern") return [`^(?:${value})$`];
    return key === "text" ? [value] : [];
  });
}

test("no pattern needs more than one look at each character, whatever it is given", () => {
  const patterns = new Set(blockKinds.flatMap((kind) => patternsIn(kind.body)));
  const long = 300_000;
  const pieces = ["a", " ", "0", "-", ".", ":", "/", "[", "a ", "a = ", "1:", "\n"];
  const starts = ["", "a", "a = ", "a = b", "[", "/", "keep_", "keep_1", "level_1"];
  for (const pattern of patterns) {
    const expression = new RegExp(pattern, "u");
    for (const piece of pieces) {
      const run = piece.repeat(long / piece.length);
      for (const start of starts) for (const end of ["", "=", "!", "\n"]) expression.test(start + run + end);
    }
  }
  expect(patterns.size).toBeGreaterThan(12);
});
