import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { originOf, originsOf } from "../../src/2-normalize/origin.ts";
import { concerns, type Model } from "../../src/2-normalize/model.ts";
import { compileText, findings, layerTarget, target } from "./compiling.ts";

const everyKind = readFileSync(new URL("every-kind.dpm", import.meta.url), "utf8");
const targets = [
  target(layerTarget("code", "in_process", concerns)),
  target(layerTarget("front", "gateway", concerns)),
];
const whole = compileText(everyKind, { targets });

describe("a model that has every kind", () => {
  test("compiles without an error, and lacks none", () => {
    // A gateway and a service call one component, whose process has the gateway's retries.
    expect(findings(whole).filter((one) => !one.startsWith("note"))).toEqual(["warning core/retried-twice"]);
    const kinds = blocksOf(whole.model).map((block) => block.kind);
    expect([...new Set(kinds)].sort()).toEqual(blockKinds.map((one) => one.kind).sort());
  });

  test("is frozen through and through", () => {
    const soft: string[] = [];
    walk(whole.model, "model", (value, path) => {
      if (!Object.isFrozen(value)) soft.push(path);
    });
    expect(soft).toEqual([]);
  });

  test("is JSON: it comes back from text as it was", () => {
    const text = JSON.stringify(whole.model);
    expect(structuredClone(JSON.parse(text))).toEqual(plain(whole.model));
    expect(text).toContain('"__proto__":2');
    walk(whole.model, "model", (value, path) => {
      expect(Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype, path).toBe(true);
      for (const [name, one] of Object.entries(value)) {
        expect(["string", "number", "boolean", "object"], `${path}.${name}`).toContain(typeof one);
        if (typeof one === "number") expect(Number.isFinite(one), `${path}.${name}`).toBe(true);
      }
    });
  });

  test("knows of every value where it came from, and of the block too", () => {
    const unknown: string[] = [];
    for (const block of blocksOf(whole.model)) {
      const name = `${block.kind} ${block.name}`;
      if (originOf(block)?.kind !== "written") unknown.push(name);
      walk(block, name, (container, path) => {
        // A rate is one value, though it has two numbers.
        if (Object.keys(container).join() === "count,per") return;
        if (!originsOf(container)) unknown.push(path);
        for (const field of Object.keys(container)) {
          if (container === block && (field === "kind" || field === "name")) continue;
          if (!originOf(container, field)) unknown.push(`${path}.${field}`);
        }
      });
    }
    expect(unknown).toEqual([]);
  });

  test("has paths that lead to each written value in the language's own spelling", () => {
    const { model } = whole;
    const [block] = blocksOf(model).filter((one) => one.kind === "load_balancer");
    const { servers = [] } = block as { readonly servers?: readonly object[] };
    expect(originOf(servers[1] ?? {}, "weight")).toMatchObject({ path: "load_balancer ApiGateway.servers[1].weight" });
    const { origin, text } = written(block ?? {}, "healthCheck", "expectedStatus");
    expect(origin).toBe("load_balancer ApiGateway.health_check.expected_status");
    expect(text).toBe("[200, 204]");
  });
});

describe("what a source's form does not change", () => {
  const plainModel = JSON.stringify(whole.model);

  test.each([
    ["line ends of another system", everyKind.replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${everyKind}`],
    ["commas and comments", everyKind.replaceAll("\n  ", "\n  /* here */ ").replace(/\n\}/g, ",\n}")],
    ["blank lines", everyKind.replaceAll("\n", "\n\n")],
  ])("%s", (_, text) => {
    const { model, diagnostics } = compileText(text, { targets });
    expect(JSON.stringify(model)).toBe(plainModel);
    expect(diagnostics.map((one) => one.code)).toEqual(whole.diagnostics.map((one) => one.code));
  });

  test("spans count a byte order mark and line ends as the editor does", () => {
    const text = `\uFEFFfault_tolerance A {\r\n  retyr: 3\r\n}`;
    const [found] = compileText(text).diagnostics;
    expect(found?.span && text.slice(found.span.start, found.span.end)).toBe("retyr");
  });

  test("the order of fields", () => {
    const fields = ["retry: 3", 'timeout: "2s"', "bulkhead: 5", "idempotent: true", 'fallback: "return_empty"'];
    const models = [fields, fields.toReversed(), [...fields.slice(2), ...fields.slice(0, 2)]].map((order) =>
      JSON.stringify(compileText(`fault_tolerance A { ${order.join("\n")} }`, { targets }).model),
    );
    expect(new Set(models).size).toBe(1);
  });
});

type Container = Readonly<Record<string, unknown>>;

function blocksOf({ components, blocks }: Model): readonly { readonly kind: string; readonly name: string }[] {
  return [...components.flatMap((one) => one.facets), ...blocks];
}

/** Every object and list, from the outside in. */
function walk(value: object, path: string, visit: (container: Container, path: string) => void): void {
  visit(value as Container, path);
  for (const [name, one] of Object.entries(value) as [string, unknown][]) {
    if (typeof one === "object" && one !== null) walk(one, `${path}.${name}`, visit);
  }
}

/** The same without the index and the origins, which are no part of the JSON. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([name, one]: [string, unknown]) => [name, plain(one)]));
}

function written(block: object, ...names: readonly string[]): { readonly origin?: string; readonly text?: string } {
  const last = names.at(-1) ?? "";
  const container = names.slice(0, -1).reduce((inner, name) => (inner as Container)[name] as object, block);
  const origin = originOf(container, last);
  if (origin?.kind !== "written") return {};
  return { origin: origin.path, text: everyKind.slice(origin.span.start, origin.span.end) };
}
