import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { block } from "../../src/fields/block.ts";
import { duration, integer, list, object, reference, string } from "../../src/fields/field.ts";
import type { TargetInput } from "../../src/plugin/compile-input.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";
import { spanOf } from "../../src/2-normalize/origin.ts";
import { compileText, findings, only, target } from "../compile/compiling.ts";
import { printing } from "../compile/printing.ts";

const shop = "fault_tolerance Shop { retry: { max_attempts: 3 } }\n";
const refusal: Diagnostic = { code: "rules/no", message: "no", params: {}, severity: "error" };

describe("a plugin that is not made for this dpm", () => {
  test("is refused with both versions and a remedy, and nothing of it is called", () => {
    const called: string[] = [];
    const old = definePlugin({
      name: "old",
      apiVersion: 0,
      validate: () => {
        called.push("validate");
        return [];
      },
      apply: () => void called.push("apply"),
    });
    const found = compileText(shop, { targets: [target(old), target(printing("a"))] });
    expect(only(found.diagnostics, "core/api-mismatch")).toMatchObject({
      severity: "error",
      message: "plugin `old` speaks version 0 of the plugin contract, this dpm speaks 1",
      help: "install a version of `old` that is made for this dpm, or the dpm that it is made for",
    });
    expect(called).toEqual([]);
    expect(found.artifacts).toEqual([]);
  });
});

describe("names", () => {
  test("a target is configured once", () => {
    const span = { file: ".dpmrc", start: 1, end: 4 };
    const twice: readonly TargetInput[] = [
      target(printing("a")),
      target(printing("b", "rpc"), { name: "a", span: () => span }),
    ];
    expect(only(compileText(shop, { targets: twice }).diagnostics, "core/duplicate-target")).toMatchObject({ span });
  });

  test("two plugins of one name are refused, one plugin that is target and rules at once is not", () => {
    const one = printing("a");
    expect(
      only(compileText(shop, { plugins: [one, printing("a", "rpc")] }).diagnostics, "core/duplicate-plugin").severity,
    ).toBe("error");
    expect(findings(compileText(shop, { plugins: [one], targets: [target(one)] }))).toEqual([]);
  });

  test("one plugin can be two targets, each with its own options, components, artifacts and verdicts", () => {
    const plugin = definePlugin({
      name: "mesh",
      apiVersion,
      engines: { mesh: "1" },
      options: { shout: string().default("no") },
      support: { fault_tolerance: { layer: "mesh", concerns: ["retry"], fields: ["by-default"] } },
      validate: ({ target: { name, options } }) => [
        { ...refusal, severity: "note", message: `${name} ${options.shout}` },
      ],
      emit: ({ blocks, on, target: { name } }) => {
        for (const one of blocks("fault_tolerance")) on.byDefault(one, "retry");
        return {
          artifacts: blocks("fault_tolerance").map((one) => ({
            path: one.name,
            mode: "generated",
            content: { text: name, marks: [] },
          })),
        };
      },
    });
    const found = compileText(`${shop}fault_tolerance Cart { retry: { max_attempts: 2 } }`, {
      targets: [
        { name: "east", plugin, components: ["Shop"], options: { shout: "yes" } },
        { name: "west", plugin, components: ["Cart"] },
      ],
    });
    expect(found.diagnostics.map((one) => one.message)).toEqual(["east yes", "west no"]);
    expect(found.artifacts.map((one) => `${one.target}/${one.path} ${one.content.text}`)).toEqual([
      "east/Shop east",
      "west/Cart west",
    ]);
    expect(found.report.fields.map((one) => one.verdicts.map((verdict) => verdict.target))).toEqual([
      ["east"],
      ["west"],
    ]);
  });
});

describe("versions", () => {
  const seen = (version?: string): string | undefined => {
    let text: string | undefined;
    const plugin = definePlugin({
      name: "a",
      apiVersion,
      engines: { a: "1.22" },
      validate: (context) => {
        text = context.target.version.text;
        return [];
      },
    });
    const { diagnostics } = compileText(shop, { targets: [target(plugin, version === undefined ? {} : { version })] });
    return diagnostics[0]?.code ?? text;
  };

  test("the configured one is meant, of a range its minimum, else the plugin's own", () => {
    expect(seen("1.31.0")).toBe("1.31.0");
    expect(seen(">=1.24")).toBe("1.24");
    expect(seen("v2")).toBe("2");
    expect(seen()).toBe("1.22");
  });

  test("what is no version is refused, with an example", () => {
    expect(seen("newest")).toBe("core/no-version");
    const { diagnostics } = compileText(shop, { targets: [target(printing("a"), { version: "newest" })] });
    expect(diagnostics[0]?.help).toBe("write a version such as `1`, or a range such as `>=1`");
  });
});

describe("options", () => {
  const plugin = definePlugin({
    name: "a",
    apiVersion,
    options: { wait: duration().default("2s"), size: integer({ min: 1 }).optional() },
    validate: ({ target: { options } }) => [{ ...refusal, severity: "note", message: JSON.stringify(options) }],
  });

  test("are read as fields are: units, defaults, ranges", () => {
    const said = (options: NonNullable<TargetInput["options"]>): string | undefined =>
      compileText(shop, { targets: [target(plugin, { options })] }).diagnostics[0]?.message;
    expect(said({})).toBe('{"wait":2000000}');
    expect(said({ wait: "1m", size: 3 })).toBe('{"wait":60000000,"size":3}');
  });

  test("that the plugin does not have, or whose value is wrong, are refused where they are written", () => {
    const span = (path: readonly string[]) => ({ file: ".dpmrc", start: path.length, end: path.length + 1 });
    const { diagnostics } = compileText(shop, {
      targets: [target(plugin, { options: { wiat: "1m", size: 0 }, span })],
    });
    expect(diagnostics.filter((one) => one.severity === "error").map((one) => `${one.code} ${one.span?.file}`)).toEqual(
      ["core/out-of-range .dpmrc", "core/unknown-field .dpmrc"],
    );
  });
});

describe("kinds of a plugin", () => {
  const greeting = block("greeting", "Says hello.", {
    text: string().default("hello"),
    every: duration().optional(),
    to: list(object({ who: string() }, { shorthand: ["who"] })).optional(),
    calls: list(reference()).optional(),
  });
  const plugin = definePlugin({ name: "hello", apiVersion, kinds: [greeting] });

  test("are read like dpm's own: units, defaults, shorthands, mistakes", () => {
    const { model, diagnostics } = compileText(`greeting Shop { every: "2s", to: ["you"] }`, { plugins: [plugin] });
    expect(diagnostics).toEqual([]);
    expect(model.components[0]?.facets).toEqual([
      { kind: "greeting", name: "Shop", text: "hello", every: 2_000_000, to: [{ who: "you" }] },
    ]);
    const wrong = compileText(`greeting Shop { txet: "x", every: "2 parsecs" }\ngreting Cart {}`, {
      plugins: [plugin],
    });
    expect(wrong.diagnostics.map((one) => [one.code, one.label])).toEqual([
      ["core/unknown-field", "did you mean `text`?"],
      ["core/bad-unit", undefined],
      ["core/unknown-kind", "did you mean `greeting`?"],
    ]);
  });

  test("join the component of their name, declare calls, and are patterns", () => {
    const source = `${shop}greeting Web { calls: [Shop] }\ngenerate_java Web { patterns: [greeting] }`;
    const { model, diagnostics } = compileText(source, { plugins: [plugin] });
    expect(diagnostics).toEqual([]);
    expect(model.edges.map(({ from, caller, callee }) => [from, caller, callee])).toEqual([
      ["service", "Web", "Shop"],
      ["anyone", undefined, "Web"],
    ]);
  });

  test("are unknown without it", () => {
    expect(findings(compileText("greeting Shop {}"))).toEqual(["error core/unknown-kind"]);
  });

  test("that dpm or another plugin has already are refused, with both names", () => {
    const other = definePlugin({ name: "other", apiVersion, kinds: [greeting, block("fault_tolerance", "Mine.", {})] });
    const { diagnostics } = compileText("", { plugins: [plugin, other] });
    expect(diagnostics.map((one) => one.message)).toEqual([
      "block kind `fault_tolerance` is declared by `core` and by `other`",
      "block kind `greeting` is declared by `hello` and by `other`",
    ]);
  });

  test("of no facet stand alone", () => {
    const alone = block("note", "A note.", {}, { facet: false });
    const { model } = compileText("note Shop {}", {
      plugins: [definePlugin({ name: "notes", apiVersion, kinds: [alone] })],
    });
    expect(model.components).toEqual([]);
    expect(model.blocks).toEqual([{ kind: "note", name: "Shop" }]);
  });
});

describe("reading sources of another kind", () => {
  const yes = { document: { file: "a.list", blocks: [] }, diagnostics: [] };
  const reader = (name: string, answer: () => typeof yes | undefined): Plugin =>
    definePlugin({ name, apiVersion, parse: answer });

  test("the first plugin that reads a file has it, and `.dpm` files are dpm's own", () => {
    const seen: string[] = [];
    const plugins = [
      reader("first", () => void seen.push("first")),
      reader("second", () => (seen.push("second"), yes)),
    ];
    const { diagnostics } = compile({
      sources: [
        { name: "a.list", text: "§" },
        { name: "a.dpm", text: shop },
      ],
      plugins,
    });
    expect(diagnostics).toEqual([]);
    expect(seen).toEqual(["first", "second"]);
  });

  test("a file that nobody reads is read as dpm's", () => {
    const sources = [{ name: "a.txt", text: shop }];
    expect(compile({ sources, plugins: [reader("first", () => undefined)] }).model.components).toHaveLength(1);
    expect(compile({ sources }).model.components).toHaveLength(1);
  });

  test("what a reader makes becomes a model like any other", () => {
    const word = (text: string, start: number) => ({ text, span: { file: "a.list", start, end: start + text.length } });
    const plugin = definePlugin({
      name: "lists",
      apiVersion,
      parse: ({ name, text }) => {
        const body = { type: "object", fields: [], span: { file: name, start: 0, end: text.length } } as const;
        const blocks = text
          .split("\n")
          .map((line, row) => ({ kind: word("metrics", row), name: word(line, row), body, span: body.span }));
        return { document: { file: name, blocks }, diagnostics: [] };
      },
    });
    const { model } = compile({ sources: [{ name: "a.list", text: "Shop\nCart" }], plugins: [plugin] });
    expect(model.components.map((one) => one.name)).toEqual(["Shop", "Cart"]);
  });
});

describe("rules of a plugin that is no target", () => {
  test("see the whole model and their options' defaults", () => {
    const plugin = definePlugin({
      name: "rules",
      apiVersion,
      options: { most: integer().default(2) },
      validate: ({ blocks, edges, target: { options } }) =>
        blocks("fault_tolerance")
          .filter((one) => (one.retry?.maxAttempts ?? 0) > options.most)
          .map((one) => ({
            ...refusal,
            span: spanOf(one) ?? { file: "", start: 0, end: 0 },
            message: `${one.name} of ${edges.length}`,
          })),
    });
    const { diagnostics } = compileText(`${shop}fault_tolerance Cart { retry: { max_attempts: 2 } }`, {
      plugins: [plugin],
    });
    expect(diagnostics.map((one) => [one.code, one.message])).toEqual([["rules/no", "Shop of 2"]]);
  });
});

describe("the two rounds of making", () => {
  test("a platform sees what the engines made, whatever the run is narrowed to, and engines see nothing", () => {
    const seen: string[] = [];
    const platform = definePlugin({
      name: "platform",
      apiVersion,
      support: { deploy_kubernetes: { layer: "platform", fields: ["by-default"] } },
      emit: ({ artifacts }) => {
        seen.push(...artifacts.map((one) => `${one.target}/${one.path}`));
        return { artifacts: [] };
      },
    });
    const curious = definePlugin({
      name: "curious",
      apiVersion,
      emit: ({ artifacts }) => {
        seen.push(`engine sees ${artifacts.length}`);
        return { artifacts: [] };
      },
    });
    const targets = [target(platform), target(printing("a")), target(curious)];
    expect(findings(compileText(shop, { targets, only: ["platform"] }))).toEqual([]);
    expect(seen).toEqual(["engine sees 0", "a/shop.json"]);
  });

  test("one path twice is refused, also where only the case differs, but not in another target's folder", () => {
    const paths = (name: string, ...all: readonly string[]): TargetInput =>
      target(
        definePlugin({
          name,
          apiVersion,
          emit: () => ({
            artifacts: all.map((path) => ({ path, mode: "generated", content: { text: "", marks: [] } })),
          }),
        }),
      );
    expect(findings(compileText(shop, { targets: [paths("a", "x.txt"), paths("b", "x.txt")] }))).toEqual([]);
    const { diagnostics, artifacts } = compileText(shop, { targets: [paths("a", "x.txt", "X.TXT", "y.txt")] });
    expect(diagnostics.map((one) => one.message)).toEqual(["target `a` makes two files `x.txt`"]);
    expect(artifacts).toEqual([]);
  });
});
