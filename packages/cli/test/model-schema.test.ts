import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { blockKinds, compile, type CompileInput, type Plugin } from "@dpm/core";
import { modelSchema } from "@dpm/core/docs";
import { load } from "@dpm/workspace";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { dpm, hello, repository } from "./dpm.ts";

const ajv = new Ajv2020({ strict: true, allErrors: true });
const published = JSON.parse(
  readFileSync(new URL(import.meta.resolve("@dpm/core/schemas/model.schema.json")), "utf8"),
) as object;
const validate = ajv.compile(published);

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder), { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => join(repository, folder, one.name));

/** The model as the command prints it. */
function printed(input: CompileInput): unknown {
  return JSON.parse(JSON.stringify(compile(input).model)) as unknown;
}

const examples = foldersIn("examples").filter((folder) => existsSync(join(folder, ".dpmrc.json")));

test("there are examples", () => {
  expect(examples.length).toBeGreaterThan(3);
});

test.each(examples)("the model of %s is what the schema says", async (cwd) => {
  const { input } = await load({ cwd });
  if (!input) throw new Error("the example cannot be loaded");
  expect({ valid: validate(printed(input)), errors: validate.errors }).toEqual({ valid: true, errors: null });
});

describe.each(foldersIn("plugins"))("%s", (folder) => {
  test("the model of every golden case is what the schema says", async () => {
    const entry = pathToFileURL(join(folder, "src/index.ts")).href;
    const { default: plugin } = (await import(entry)) as { readonly default: Plugin };
    const cases = readdirSync(join(folder, "fixtures")).map((name) => join(folder, "fixtures", name, "input.dpm"));
    expect(cases.length).toBeGreaterThan(10);
    for (const name of cases) {
      const sources = [{ name, text: readFileSync(name, "utf8") }];
      const model = printed({ sources, targets: [{ name: plugin.name, plugin }] });
      expect({ name, valid: validate(model), errors: validate.errors }).toEqual({ name, valid: true, errors: null });
    }
  });
});

test("the model of a block of every kind is what the schema says", () => {
  const name = join(repository, "packages/core/test/compile/every-kind.dpm");
  const model = printed({ sources: [{ name, text: readFileSync(name, "utf8") }] });
  expect({ valid: validate(model), errors: validate.errors }).toEqual({ valid: true, errors: null });
});

interface Printed {
  readonly components: { policy: object; facets: Record<string, unknown>[] }[];
  readonly edges: Record<string, unknown>[];
}

const mutations: readonly (readonly [what: string, mutate: (model: Printed) => void])[] = [
  ["a field that the kind has not", ({ components: [one] }) => Object.assign(one?.facets[0] ?? {}, { retires: 3 })],
  ["a field of the wrong type", ({ components: [one] }) => Object.assign(one?.facets[0] ?? {}, { idempotent: "no" })],
  ["a value that is none", ({ components: [one] }) => Object.assign(one?.facets[0]?.["retry"] ?? {}, { backoff: "x" })],
  [
    "a number below its limit",
    ({ components: [one] }) => Object.assign(one?.facets[0]?.["retry"] ?? {}, { maxAttempts: 0 }),
  ],
  ["a group without what has a default", ({ components: [one] }) => void delete one?.facets[0]?.["idempotent"]],
  ["a component without its policy", ({ components: [one] }) => void delete (one as { policy?: object }).policy],
  ["a strange part of a policy", ({ components: [one] }) => Object.assign(one?.policy ?? {}, { luck: true })],
  ["an edge from nowhere", ({ edges: [one] }) => Object.assign(one ?? {}, { from: "nowhere" })],
  ["a further part of the model", (model) => Object.assign(model, { more: [] })],
];

test.each(mutations)("the schema refuses %s", (_, mutate) => {
  const text = 'fault_tolerance Shop { retry: 3, timeout: "2s" }\n';
  const model = printed({ sources: [{ name: "main.dpm", text }] });
  expect(validate(model)).toBe(true);
  const changed = structuredClone(model) as Printed;
  mutate(changed);
  expect(changed).not.toEqual(model);
  expect(validate(changed)).toBe(false);
});

test("a block of a kind that the schema does not know may hold anything", async () => {
  const { stdout } = await dpm(["model", "--json"], { cwd: hello() });
  const model = JSON.parse(stdout) as Printed;
  expect(model.components.flatMap(({ facets }) => facets.map((one) => one["kind"]))).toContain("greeting");
  expect(validate(model)).toBe(true);
});

test("the kinds of plugins can be joined: their fields are checked, and what a plugin adds is let through", async () => {
  const { input } = await load({ cwd: hello() });
  const pluginKinds = input?.targets?.flatMap(({ plugin }) => plugin.kinds ?? []) ?? [];
  const joined = new Ajv2020({ strict: true }).compile(modelSchema(blockKinds, { pluginKinds }));
  const model = printed(input ?? { sources: [] }) as Printed;
  expect(joined(model)).toBe(true);
  const [greeting = {}] = model.components[0]?.facets ?? [];
  Object.assign(greeting, { added: 1 });
  expect(joined(model)).toBe(true);
  Object.assign(greeting, { times: "often" });
  expect(joined(model)).toBe(false);
});
