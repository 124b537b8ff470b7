import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compile, type Compilation } from "../../src/compile.ts";
import { bugs } from "../../src/diagnostics/catalogue/plugins.ts";
import { blockKinds } from "../../src/blocks/index.gen.ts";
import { concerns } from "../../src/2-normalize/model.ts";
import { apiVersion, definePlugin, type Plugin } from "../../src/plugin/define-plugin.ts";
import { compileText, findings, layerTarget, target } from "./compiling.ts";
import { printing } from "./printing.ts";

const everyKind = readFileSync(new URL("every-kind.dpm", import.meta.url), "utf8").replace(/^.*owners:.*\n/m, "");
const shop = `fault_tolerance Shop { retry: 3, timeout: "2s" }\n`;
const summary = ({ model, diagnostics, artifacts, report }: Compilation): string =>
  JSON.stringify([model, diagnostics, artifacts.map((one) => [one.target, one.path, one.content.text]), report]);

describe("two compilations do not disturb each other", () => {
  const alone = summary(compileText(shop, { targets: [target(printing("a"))] }));

  test("one after the other gives the same, whatever was between", () => {
    compileText(everyKind, { targets: [target(layerTarget("x", "mesh", concerns))] });
    compileText("fault_tolerance { {{{");
    expect(summary(compileText(shop, { targets: [target(printing("a"))] }))).toBe(alone);
  });

  test.each(["normalize", "validate", "emit"] as const)(
    "one inside another's %s gives the same, and so does the outer one",
    (stage) => {
      const inner: string[] = [];
      const nested = (): undefined => {
        inner.push(summary(compileText(shop, { targets: [target(printing("a"))] })));
      };
      const meddler = definePlugin({
        name: "meddler",
        apiVersion,
        apply: (hooks) => hooks[stage].tap("meddler", nested),
      });
      const outer = compileText(`${shop}${everyKind}`, { targets: [target(printing("a"))], plugins: [meddler] });
      const undisturbed = compileText(`${shop}${everyKind}`, { targets: [target(printing("a"))] });
      expect(inner.length).toBeGreaterThan(0);
      expect(new Set(inner)).toEqual(new Set([alone]));
      expect(summary(outer)).toBe(summary(undisturbed));
    },
  );

  test("one inside another's reader gives the same", () => {
    const inner: string[] = [];
    const reader = definePlugin({
      name: "reader",
      apiVersion,
      parse: () => void inner.push(summary(compileText(shop, { targets: [target(printing("a"))] }))),
    });
    compile({ sources: [{ name: "shop.other", text: shop }], plugins: [reader] });
    expect(inner).toEqual([alone]);
  });
});

describe("what is made does not depend on the order of the configuration", () => {
  const plugins = [printing("a", "in_process"), printing("b", "rpc"), printing("c", "mesh")];
  const made = (order: readonly Plugin[]): Readonly<Record<string, string>> =>
    Object.fromEntries(
      compileText(shop, { targets: order.map((one) => target(one)) }).artifacts.map((one) => [
        `${one.target}/${one.path}`,
        one.content.text,
      ]),
    );

  test("of the targets", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(plugins, { minLength: 3 }), (order) => {
        expect(made(order)).toEqual(made(plugins));
      }),
      { numRuns: 20 },
    );
  });
});

describe("errors", () => {
  test("anywhere leave no artifacts: in the source, in a rule, in a plugin", () => {
    const targets = [target(printing("a"))];
    const refusing = definePlugin({ name: "strict", apiVersion, validate: () => [refusal] });
    expect(compileText(shop, { targets }).artifacts).toHaveLength(1);
    expect(compileText(`${shop}nonsense`, { targets }).artifacts).toEqual([]);
    expect(compileText(`${shop}fault_tolerance Cart { retry: "often" }`, { targets }).artifacts).toEqual([]);
    const dead = `fault_tolerance Cart { retry: { max_attempts: 2 }, timeout: { total: "1s", per_attempt: "1s" } }`;
    expect(compileText(`${shop}${dead}`, { targets }).artifacts).toEqual([]);
    expect(compileText(shop, { targets, plugins: [refusing] }).artifacts).toEqual([]);
  });

  test("in two blocks are both reported, and the blocks between are still checked", () => {
    const source = `fault_tolerance A { retyr: 3 }
fault_tolerance B { timeout: { total: "1s", per_attempt: "2s" } }
load_balancr C {}`;
    expect(findings(compileText(source))).toEqual([
      "error core/unknown-field",
      "error core/per-attempt-above-total",
      "error core/unknown-kind",
    ]);
  });

  test("are in the order of files and places, each once", () => {
    const sources = [
      { name: "b.dpm", text: "nonsense B {}\nnonsense A {}" },
      { name: "a.dpm", text: "nonsense C {}" },
    ];
    const places = compile({ sources }).diagnostics.map((one) => `${one.span?.file}:${one.span?.start}`);
    expect(places).toEqual(["a.dpm:0", "b.dpm:0", "b.dpm:14"]);
  });

  test("in names: a second block of a name is refused with both places, and a name that no host could have", () => {
    const { diagnostics } = compile({
      sources: [
        { name: "one.dpm", text: "fault_tolerance Shop {}" },
        { name: "two.dpm", text: `fault_tolerance Shop {}\nfault_tolerance "a b" {}` },
      ],
    });
    expect(diagnostics.map((one) => one.code)).toEqual(["core/duplicate-block", "core/bad-name"]);
    expect(diagnostics[0]?.related).toMatchObject([{ message: "first declared here", span: { file: "one.dpm" } }]);
  });
});

describe("names that objects have from birth", () => {
  test.each(["__proto__", "constructor", "hasOwnProperty"])("%s is a component like any other", (name) => {
    const { model, diagnostics, artifacts } = compileText(
      `fault_tolerance ${name} { retry: 3 }\nservice_discovery Web { registry: "eureka", calls: [${name}] }`,
      { targets: [target(printing("a"))] },
    );
    expect(diagnostics.filter((one) => one.severity !== "note")).toEqual([]);
    expect(model.components.map((one) => one.name)).toEqual([name, "Web"]);
    expect(model.edges.map((one) => one.callee)).toEqual([name, "Web"]);
    expect(artifacts).toHaveLength(1);
  });

  test("__proto__ is a key like any other, or an unknown field", () => {
    const { model, diagnostics } = compileText(
      `deploy_kubernetes A { image: "a:1", environment: { "__proto__": "x" } }\nfault_tolerance A { "__proto__": 3 }`,
    );
    expect(diagnostics.map((one) => one.code)).toEqual(["core/unknown-field"]);
    expect(JSON.stringify(model)).toContain('{"__proto__":"x"}');
    expect(({} as { readonly x?: string }).x).toBeUndefined();
  });
});

describe("whatever the text", () => {
  test("compiling never throws and never finds a bug", () => {
    const word = fc.constantFrom(
      "fault_tolerance",
      "retry",
      "load_balancer",
      "A",
      "{",
      "}",
      ":",
      "[",
      "]",
      ",",
      '"',
      "3",
      "2s",
      "\n",
      "//",
      "é",
      "\0",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, (source) => {
        const { diagnostics } = compileText(source, {
          targets: [target(printing("a")), target(layerTarget("b", "mesh", concerns))],
        });
        expect(diagnostics.map((one) => one.code).filter((code) => bugs.includes(code))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("cut off anywhere, a sound model is a mistake of its writer's and nothing else", () => {
    for (let end = 0; end < everyKind.length; end += 23) {
      const { diagnostics } = compileText(everyKind.slice(0, end), { targets: [target(printing("a"))] });
      expect(diagnostics.map((one) => one.code).filter((code) => bugs.includes(code))).toEqual([]);
    }
  });

  test("no sources, no targets and no blocks are no mistake", () => {
    expect(compile({ sources: [] })).toMatchObject({
      diagnostics: [],
      artifacts: [],
      model: { components: [], blocks: [], edges: [] },
    });
    expect(compileText("").diagnostics).toEqual([]);
  });
});

describe("narrowing", () => {
  test("returns the artifacts of the named targets only, and reports all", () => {
    const targets = [target(printing("a")), target(printing("b", "rpc"))];
    const narrow = compileText(shop, { targets, only: ["b"] });
    expect(narrow.artifacts.map((one) => one.target)).toEqual(["b"]);
    expect(narrow.report.targets.map((one) => one.name)).toEqual(["a", "b"]);
  });
});

test("a whole compilation, plugins included, runs where code cannot be made from strings", async () => {
  const program = fileURLToPath(new URL("without-eval.ts", import.meta.url));
  const flags = ["--disallow-code-generation-from-strings", "--conditions=@dpm/source"];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, program]);
  expect(JSON.parse(stdout)).toEqual({
    canEval: false,
    kinds: blockKinds.length,
    errors: [],
    artifacts: ["a/shop.json"],
  });
});

const refusal = { code: "strict/no", message: "no", params: {}, severity: "error" } as const;
