import fc from "fast-check";
import { expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import type { BlockKinds } from "../../src/blocks/index.gen.ts";
import { originOf, originsOf } from "../../src/2-normalize/origin.ts";
import { readBlock } from "../../src/2-normalize/read/read-block.ts";
import type { BlockNode, ValueNode } from "../../src/1-parse/syntax.ts";
import { readSource } from "./reading.ts";

const magic = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];
const before = Object.getOwnPropertyNames(Object.prototype).sort();

function expectUntouchedPrototype(): void {
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(before);
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
}

test.each(magic)("`%s` as a free name is an ordinary name, with its origin", (name) => {
  const { blocks, problems, text } = readSource(
    `deploy_docker_compose A { services: [x] environment: { ${name}: "polluted" OTHER: "y" } }`,
  );
  const { environment = {} } = blocks[0] as unknown as BlockKinds["deploy_docker_compose"];
  expect(problems).toEqual([]);
  expect(Object.keys(environment)).toEqual([name, "OTHER"]);
  expect(Object.getOwnPropertyDescriptor(environment, name)?.value).toBe("polluted");
  const origin = originOf(environment, name);
  expect(origin?.kind === "written" && text(origin.span)).toBe('"polluted"');
  expectUntouchedPrototype();
});

test.each(magic)("`%s` inside a free value is ordinary data and survives JSON", (name) => {
  const { blocks } = readSource(
    `fault_tolerance A { fallback: { default_response: { ${name}: { polluted: true } } } }`,
  );
  const json = JSON.stringify((blocks[0] as unknown as BlockKinds["fault_tolerance"]).fallback?.defaultResponse);
  expect(json).toBe(`{"${name}":{"polluted":true}}`);
  expectUntouchedPrototype();
});

test.each(magic)("`%s` as a field is unknown like any other", (name) => {
  expect(readSource(`fault_tolerance A { ${name}: { polluted: true } }`).problems).toEqual([
    `core/unknown-field: ${name}`,
  ]);
  expectUntouchedPrototype();
});

test.each(magic)("`%s` as a block's name, an alert's name, a value and a unit is nothing special", (name) => {
  expect(readSource(`fault_tolerance ${name} {}`).blocks[0]).toMatchObject({ name });
  const { rules } = readSource(`alerts A { ${name} { condition: "x" } }`).blocks[0] as unknown as BlockKinds["alerts"];
  expect(Object.keys(rules)).toEqual([name]);
  expect(readSource(`load_balancer A { strategy: ${name} }`).problems).toEqual([`core/unknown-value: ${name}`]);
  expect(readSource(`fault_tolerance A { timeout: "3${name}" }`).problems[0]).toMatch(/^core\/bad-unit: /);
  expect(readSource(`multi_level_fault_tolerance A { level_1: { pattern: ${name} } }`).problems).toEqual([
    `core/unknown-value: ${name}`,
  ]);
  expectUntouchedPrototype();
});

test("what a message shows is short, on one line, and without characters that act on a terminal", () => {
  const { diagnostics } = readSource(`load_balancer A { strategy: "\\u001b[31m\\n\\u202e${"x".repeat(10_000)}" }`);
  const message = diagnostics[0]?.message ?? "";
  expect(message.length).toBeLessThan(300);
  expect(message).toContain("\\u001b[31m\\u000a\\u202e");
  expect(/\p{Cc}|\u202e/u.test(message)).toBe(false);
});

test("a hundred thousand fields that nobody knows are a hundred thousand messages", () => {
  const fields = Array.from({ length: 100_000 }, (_, index) => `f${index}: 1`).join("\n");
  expect(readSource(`fault_tolerance A {\n${fields}\n}`).diagnostics).toHaveLength(100_000);
});

test("a hundred thousand free names and servers are read", () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `N${index}: "v"`).join("\n");
  const { environment = {} } = readSource(`deploy_docker_compose A { services: [x] environment: {\n${names}\n} }`)
    .blocks[0] as unknown as BlockKinds["deploy_docker_compose"];
  expect(Object.keys(environment)).toHaveLength(100_000);
});

const span = { file: "test.dpm", start: 0, end: 0 };
const known = [...new Set(blockKinds.flatMap((kind) => Object.keys(kind.body.fields)))];
const key = fc.oneof(fc.constantFrom(...known, ...magic), fc.string({ unit: "binary" }));
const words = fc.constantFrom(
  "true",
  "false",
  "null",
  "2s",
  "50%",
  "raft",
  "128Mi",
  "retry",
  "-1",
  "1e999",
  "NaN",
  "",
  "x".repeat(200),
  ...magic,
);
const anything = fc.letrec<{ readonly node: ValueNode }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4, depthSize: "small" },
    fc.oneof(words, fc.string({ unit: "binary" })).map((value): ValueNode => ({ type: "string", value, span })),
    fc
      .tuple(fc.constantFrom("number", "quantity", "word"), words)
      .map(([type, text]): ValueNode => ({ type, text, span })),
    fc.array(tie("node"), { maxLength: 4 }).map((items): ValueNode => ({ type: "list", items, span })),
    fc.array(fc.tuple(key, tie("node")), { maxLength: 6 }).map((fields): ValueNode => ({
      type: "object",
      fields: fields.map(([text, value]) => ({ key: { text, span }, value })),
      span,
    })),
  ),
})).node;

test("whatever stands in a block, reading it ends without a throw, and what it gives is frozen, JSON-safe and traced", () => {
  const body = fc.array(fc.tuple(key, anything), { maxLength: 8 });
  fc.assert(
    fc.property(fc.constantFrom(...blockKinds), body, (kind, fields) => {
      const node: BlockNode = {
        kind: { text: kind.kind, span },
        name: { text: "A", span },
        body: { type: "object", fields: fields.map(([text, value]) => ({ key: { text, span }, value })), span },
        span,
      };
      const { block, diagnostics } = readBlock(node, kind);
      if (!block) expect(diagnostics.some((one) => one.severity === "error")).toBe(true);
      else checkContainer(block);
    }),
    { numRuns: 2000 },
  );
  expectUntouchedPrototype();
});

/** Rates are plain values: `{ count, per }` has no origins inside. */
function checkContainer(container: object): void {
  expect(Object.isFrozen(container)).toBe(true);
  const table = originsOf(container);
  for (const [name, value] of Object.entries(container)) {
    expect(value).not.toBeUndefined();
    expect(typeof value === "number" && !Number.isFinite(value)).toBe(false);
    if (typeof value !== "object" || value === null) continue;
    if (originsOf(value)) {
      expect(originOf(container, name)).toBeDefined();
      checkContainer(value);
    } else expect(Object.keys(value)).toEqual(["count", "per"]);
  }
  expect(table?.[""]).toBeDefined();
}
