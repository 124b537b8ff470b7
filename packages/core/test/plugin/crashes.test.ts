import { describe, expect, test } from "vitest";
import { compile, type Compilation } from "../../src/compile.ts";
import { block } from "../../src/fields/block.ts";
import { string } from "../../src/fields/field.ts";
import { bugs } from "../../src/diagnostics/catalogue/plugins.ts";
import type { AnyBlock } from "../../src/2-normalize/model.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";
import { compileText, only, target } from "../compile/compiling.ts";
import { printing } from "../compile/printing.ts";

const shop = 'fault_tolerance Shop { retry: { max_attempts: 3 } }\nfault_tolerance Cart { timeout: "1s" }\n';
const greeting = block("greeting", "Says hello.", { text: string().default("hello") });
const boom = (): never => {
  throw new RangeError("boom");
};

/** A compilation with a plugin that fails, beside one that sees two mistakes of its own. */
function beside(plugin: Plugin, source = shop): Compilation {
  const witness = definePlugin({
    name: "witness",
    apiVersion,
    validate: () => [{ code: "witness/saw", message: "saw", params: {}, severity: "note" }],
  });
  const other = { name: "test.list", text: "one\ntwo" };
  const sources = [{ name: "test.dpm", text: source }, ...(plugin.parse ? [other] : [])];
  return compile({ sources, plugins: [witness], targets: [target(plugin), target(printing("healthy", "rpc"))] });
}

describe("a plugin that throws becomes one diagnostic that names it and the stage, and the others are still heard", () => {
  test.each([
    ["parse", { parse: boom }],
    ["normalize", { kinds: [greeting], normalize: boom }],
    ["validate", { validate: boom }],
    ["emit", { emit: boom }],
    ["apply", { apply: boom }],
  ])("in %s", (stage, faulty) => {
    const plugin = definePlugin({ name: "faulty", apiVersion, ...faulty });
    const source = stage === "normalize" ? `${shop}greeting A {}\ngreeting B {}` : shop;
    const { diagnostics, artifacts } = beside(plugin, source);
    const crash = only(diagnostics, "core/plugin-crashed");
    expect(crash).toMatchObject({
      severity: "error",
      message: `plugin \`faulty\` failed in stage ${stage}: RangeError: boom`,
      help: "report this to the author of `faulty`: it is a bug there, not in your model",
    });
    expect(diagnostics.filter((one) => bugs.includes(one.code))).toEqual([crash]);
    expect(diagnostics.map((one) => one.code)).toContain("witness/saw");
    expect(artifacts).toEqual([]);
  });

  test("in making, after it has said something of every field: nothing else is held against it", () => {
    const half = definePlugin({
      name: "half",
      apiVersion,
      support: { fault_tolerance: { layer: "mesh", concerns: ["retry"], fields: ["exact"] } },
      emit: ({ blocks, on }) => {
        for (const one of blocks("fault_tolerance")) on.exact(one, "retry");
        return boom();
      },
    });
    const { diagnostics, report } = beside(half);
    expect(diagnostics.filter((one) => one.severity === "error").map((one) => one.code)).toContain(
      "core/plugin-crashed",
    );
    expect(diagnostics.map((one) => one.code)).not.toContain("core/origin-lost");
    expect(diagnostics.map((one) => one.code)).not.toContain("core/verdict-missing");
    const spoke = report.fields.flatMap((field) => field.verdicts.map((one) => one.target));
    expect(new Set(spoke)).toEqual(new Set(["healthy"]));
  });

  test("as one target of two: the target is named as well", () => {
    const plugin = definePlugin({ name: "faulty", apiVersion, emit: boom });
    const { diagnostics } = compileText(shop, { targets: [target(plugin, { name: "east" })] });
    expect(only(diagnostics, "core/plugin-crashed").message).toBe(
      "plugin `faulty` failed in stage emit of target east: RangeError: boom",
    );
  });

  test.each([
    ["a text", "boom", "boom"],
    ["nothing", undefined, "undefined"],
    ["something without a text", Object.create(null), "it threw something without a text"],
    ["an error of its own", Object.assign(new Error("no"), { name: "Mine" }), "Mine: no"],
  ])("whatever it throws: %s", (_, thrown: unknown, said) => {
    const throwing = definePlugin({
      name: "faulty",
      apiVersion,
      validate: () => {
        throw thrown;
      },
    });
    const { diagnostics } = compileText(shop, { targets: [target(throwing)] });
    expect(only(diagnostics, "core/plugin-crashed").params["problem"]).toBe(said);
  });
});

describe("a plugin that answers what is no answer has failed", () => {
  const said = (faulty: object, source = shop): string | undefined => {
    const plugin = { name: "faulty", apiVersion, ...faulty } as Plugin;
    return beside(plugin, source).diagnostics.find((one) => one.code === "core/plugin-crashed")?.message;
  };
  const emitting = (artifacts: unknown, more: object = {}) => ({ emit: () => ({ artifacts, ...more }) });
  const content = { text: "", marks: [] };

  test.each([
    [
      "a promise",
      { emit: () => Promise.resolve({ artifacts: [] }) },
      "emit",
      "it gave a promise, but every stage is synchronous",
    ],
    [
      "a promise of findings",
      { validate: () => Promise.resolve([]) },
      "validate",
      "it gave a promise, but every stage is synchronous",
    ],
    ["no list of artifacts", emitting(undefined), "emit", "what it gave is not what the plugin contract asks for"],
    [
      "an artifact without a text",
      emitting([{ path: "a", mode: "generated", content: "text" }]),
      "emit",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "an artifact without a path",
      emitting([{ mode: "generated", content }]),
      "emit",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "an artifact of no mode",
      emitting([{ path: "a", content }]),
      "emit",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "findings that are none",
      emitting([], { diagnostics: ["wrong"] }),
      "emit",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "one finding instead of a list",
      { validate: () => ({}) },
      "validate",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "a finding of no severity",
      { validate: () => [{ code: "a/b", message: "c", params: {} }] },
      "validate",
      "what it gave is not what the plugin contract asks for",
    ],
    [
      "no document",
      { parse: () => ({ blocks: [] }) },
      "parse",
      "what it gave is not what the plugin contract asks for",
    ],
  ])("%s", (_, faulty, stage, problem) => {
    expect(said(faulty)).toBe(`plugin \`faulty\` failed in stage ${stage}: TypeError: ${problem}`);
  });

  test("a promise of additions", () => {
    const adding = { kinds: [greeting], normalize: () => Promise.resolve({}) };
    expect(said(adding, "greeting A {}")).toContain("stage normalize: TypeError: it gave a promise");
  });
});

describe("what plugins are given cannot be changed by them", () => {
  const changing = (
    change: (block: Record<string, unknown>, model: { components: unknown[]; edges: { layers: unknown[] }[] }) => void,
  ): Plugin =>
    definePlugin({
      name: "faulty",
      apiVersion,
      validate: ({ model }) => {
        const [component] = model.components;
        change(component?.facets[0] as unknown as Record<string, unknown>, model as never);
        return [];
      },
    });

  test.each([
    ["a field", changing((one) => void (one["retry"] = 1))],
    ["a field inside", changing((one) => void ((one["retry"] as { maxAttempts: number }).maxAttempts = 9))],
    ["a field more", changing((one) => void (one["mine"] = 1))],
    ["the components", changing((_, { components }) => void components.push({}))],
    ["an edge's layers", changing((_, { edges }) => void edges[0]?.layers.push({}))],
  ])("%s", (_, plugin) => {
    const found = beside(plugin);
    expect(only(found.diagnostics, "core/plugin-crashed").message).toMatch(/stage validate: TypeError/);
    expect(found.model).toEqual(
      compileText(shop, { targets: [target(plugin), target(printing("healthy", "rpc"))] }).model,
    );
  });
});

describe("additions of a plugin", () => {
  const adding = (normalize: (block: AnyBlock) => unknown, name = "hello"): Plugin =>
    definePlugin({ name, apiVersion, kinds: [greeting], normalize: normalize as NonNullable<Plugin["normalize"]> });
  const source = "greeting Shop {}\n";

  test("to its own kinds become fields that know where they come from, and stay what they were", () => {
    const list = [1];
    const { model, diagnostics } = compileText(source, {
      plugins: [adding(() => ({ words: list, nothing: undefined }))],
    });
    list.push(2);
    expect(diagnostics).toEqual([]);
    const [facet] = model.components[0]?.facets ?? [];
    expect(facet).toEqual({ kind: "greeting", name: "Shop", text: "hello", words: [1] });
    expect(Object.isFrozen((facet as unknown as { readonly words: unknown }).words)).toBe(true);
  });

  test("to blocks of other kinds are never asked for", () => {
    const asked: string[] = [];
    compileText(source + shop, { plugins: [adding((one) => void asked.push(one.kind))] });
    expect(asked).toEqual(["greeting"]);
  });

  test("that are there already are a conflict, the kind and the name included", () => {
    for (const field of ["text", "kind", "name"]) {
      const { diagnostics, model } = compileText(source, { plugins: [adding(() => ({ [field]: "x" }))] });
      expect(only(diagnostics, "core/normalize-conflict").message).toBe(
        `plugin \`hello\` adds \`${field}\` to \`greeting Shop\`, which has it already`,
      );
      expect(model.components[0]?.facets[0]).toMatchObject({ kind: "greeting", name: "Shop", text: "hello" });
    }
  });

  test("by a hook to a kind of another's are refused", () => {
    const foreign = definePlugin({
      name: "foreign",
      apiVersion,
      apply: (hooks) => hooks.normalize.tap("foreign", () => ({ extra: 1 })),
    });
    const { diagnostics, model } = compileText(shop, { plugins: [foreign] });
    expect(diagnostics.map((one) => one.code)).toEqual(["core/normalize-foreign", "core/normalize-foreign"]);
    expect(model.components[0]?.facets[0]).not.toHaveProperty("extra");
  });

  test.each([
    ["a function", () => 1],
    ["a date", new Map()],
    ["no number", Number.NaN],
    ["something inside", [{ deep: 1n }]],
  ])("that no JSON can hold are refused: %s", (_, value: unknown) => {
    const { diagnostics } = compileText(source, { plugins: [adding(() => ({ extra: value }))] });
    expect(only(diagnostics, "core/normalize-strange").message).toBe(
      "plugin `hello` adds `extra` to `greeting Shop`, which is no JSON value",
    );
  });

  test("that go round in a circle are refused", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    const { diagnostics } = compileText(source, { plugins: [adding(() => ({ circle }))] });
    expect(only(diagnostics, "core/normalize-strange").severity).toBe("error");
  });
});
