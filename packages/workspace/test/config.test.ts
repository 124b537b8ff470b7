import fs from "node:fs";
import { join } from "node:path";
import { indexLines, type Diagnostic, type SourceFile } from "@dpm/core";
import { describe, expect, test } from "vitest";
import { findConfig, loadConfig, type ConfigSearch } from "../src/config/find-config.ts";
import { readConfig, type Config } from "../src/config/read-config.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** `code line:column text-at-the-place`, with the label where there is one. */
function shown({ code, span, label, message }: Diagnostic, { text }: SourceFile): string {
  if (!span) return `${code} ${message}`;
  const { line, column } = indexLines(text).position(span.start);
  return [code, `${line}:${column}`, text.slice(span.start, span.end), label]
    .filter((one) => one !== undefined && one !== "")
    .join(" ");
}

async function found(files: Readonly<Record<string, string>>, from = "."): Promise<ConfigSearch | undefined> {
  return findConfig(join(temporaryFolder(files), from));
}

async function read(
  files: Readonly<Record<string, string>>,
): Promise<{ readonly config: Config; readonly problems: readonly string[] }> {
  const search = await found(files);
  if (search?.folder === undefined) throw new Error(`no configuration: ${JSON.stringify(search)}`);
  const { config, diagnostics } = readConfig(search);
  const all = search.diagnostics.length > 0 ? search.diagnostics : diagnostics;
  return { config, problems: all.map((one) => shown(one, search.source)) };
}

const targetNames = (config: Config): readonly string[] => config.targets.map((one) => one.name);

describe("a configuration is found", () => {
  const json = '{ "targets": ["nginx"] }';
  const yaml = "targets: [nginx]\n";
  test.each([
    [".dpmrc", json],
    [".dpmrc", yaml],
    [".dpmrc", "{ targets: [nginx], } # YAML in braces\n"],
    [".dpmrc.json", json],
    [".dpmrc.yaml", yaml],
    [".dpmrc.yml", yaml],
    ["package.json", `{ "name": "shop", "dpm": ${json} }`],
  ])("as %s: %s", async (name, text) => {
    const { config, problems } = await read({ [name]: text });
    expect(problems).toEqual([]);
    expect(targetNames(config)).toEqual(["nginx"]);
  });

  test("above the folder, as far as the project's package.json", async () => {
    const files = { ".dpmrc": json, "a/b/c.txt": "", "p/package.json": "{}", "p/q/r.txt": "" };
    expect((await found(files, "a/b"))?.folder).toMatch(/dpm-test-\w+$/);
    expect(await found(files, "p/q")).toBeUndefined();
  });

  test("with a warning where a second one lies beside it", async () => {
    const search = await found({ ".dpmrc": json, "dpm.config.ts": "export default {}" });
    expect(search?.diagnostics.map((one) => [one.code, one.params])).toEqual([
      ["workspace/config-ambiguous", { used: ".dpmrc", ignored: "dpm.config.ts" }],
    ]);
  });

  test("also where it is a folder, which is then said", async () => {
    const search = await found({ ".dpmrc/x": "" });
    expect(search?.diagnostics.map((one) => [one.code, one.params])).toEqual([
      ["workspace/config-unreadable", { path: ".dpmrc", reason: "it is a folder" }],
    ]);
  });

  test("under the name that the user gave, or that is said", async () => {
    const folder = temporaryFolder({ "other.json": json });
    expect((await loadConfig(join(folder, "other.json"))).folder).toBe(folder);
    expect((await loadConfig(join(folder, "none.json"))).diagnostics.map((one) => one.code)).toEqual([
      "workspace/config-missing",
    ]);
  });
});

describe("a configuration says", () => {
  test("everything in its own words", async () => {
    const { config, problems } = await read({
      ".dpmrc": JSON.stringify({
        $schema: "https://example.com/dpm.json",
        input: "shop.dpm",
        out: "build",
        targets: {
          nginx: { version: "1.22", components: ["Shop"], plugin: "./nginx.ts", resolver: { address: "10.0.0.1" } },
          compose: {},
        },
        plugins: ["@acme/hello"],
        owners: { Shop: { retry: "nginx", circuit_breaker: "in_process" } },
        strict: ["impossible"],
        allowOutside: true,
      }),
    });
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ out: "build", strict: ["impossible"], allowOutside: true });
    expect(config.input.map((one) => one.text)).toEqual(["shop.dpm"]);
    expect(config.plugins.map((one) => one.text)).toEqual(["@acme/hello"]);
    expect(config.owners).toEqual({ Shop: { retry: "nginx", circuit_breaker: "in_process" } });
    expect(config.targets).toMatchObject([
      {
        name: "nginx",
        version: "1.22",
        components: ["Shop"],
        plugin: { text: "./nginx.ts" },
        options: { resolver: { address: "10.0.0.1" } },
      },
      { name: "compose", options: {} },
    ]);
  });

  test("nothing, and then the defaults hold", async () => {
    const { config, problems } = await read({ ".dpmrc": "\n" });
    expect(problems).toEqual([]);
    expect(config).toMatchObject({ out: "generated", targets: [], strict: [], allowOutside: false });
    expect(config.input.map((one) => one.text)).toEqual(["*.dpm"]);
  });

  test("a version as a number, digit by digit", async () => {
    const { config } = await read({ ".dpmrc.yaml": "targets:\n  nginx: 1.20\n  java: { version: 21 }\n  compose:\n" });
    expect(config.targets.map((one) => [one.name, one.version])).toEqual([
      ["nginx", "1.20"],
      ["java", "21"],
      ["compose", undefined],
    ]);
  });

  test("where each option is written", async () => {
    const text = '{ "targets": { "nginx": { "a": { "b": [1, "two"] } } } }';
    const { config } = await read({ ".dpmrc": text });
    const at = (...path: readonly string[]): string => {
      const span = config.targets[0]?.locate?.(path);
      return text.slice(span?.start, span?.end);
    };
    expect([at(), at("a"), at("a", "b"), at("a", "b", "1")]).toEqual([
      "nginx",
      '{ "b": [1, "two"] }',
      '[1, "two"]',
      '"two"',
    ]);
  });
});

describe("a mistake in a configuration is shown where it is", () => {
  test.each([
    [
      "an unknown field",
      { ".dpmrc": '{\n  "tragets": ["nginx"]\n}' },
      ["core/unknown-field 2:4 tragets did you mean `targets`?"],
    ],
    [
      "an unknown field in YAML",
      { ".dpmrc.yaml": "out: x\ntragets: [nginx]\n" },
      ["core/unknown-field 2:1 tragets did you mean `targets`?"],
    ],
    [
      "an unknown field in package.json",
      { "package.json": '{ "dpm": { "ouut": "x" } }' },
      ["core/unknown-field 1:13 ouut did you mean `out`?"],
    ],
    ["a wrong type", { ".dpmrc": '{ "out": 3 }' }, ['core/wrong-type 1:10 3 did you mean `"3"`?']],
    [
      "two mistakes",
      { ".dpmrc": '{ "out": true,\n "strict": ["imposible"] }' },
      [
        'core/wrong-type 1:10 true did you mean `"true"`?',
        'core/unknown-value 2:13 "imposible" did you mean `impossible`?',
      ],
    ],
    ["a list of targets that are no names", { ".dpmrc": '{ "targets": [1] }' }, ["core/wrong-type 1:14 [1]"]],
    ["a key written twice", { ".dpmrc": '{ "out": "a", "out": "b" }' }, ["workspace/duplicate-key 1:16 out"]],
    ["a missing comma", { ".dpmrc.json": '{\n  "out": "a"\n  "input": "b"\n}' }, ['workspace/config-syntax 3:3 "']],
    ["a comma too many", { ".dpmrc.json": '{ "out": "a", }' }, ["workspace/config-syntax 1:13 ,"]],
    ["a comment", { ".dpmrc.json": '{ // out\n "out": "a" }' }, ["workspace/config-syntax 1:3 /"]],
    ["a missing brace", { ".dpmrc": '{ "out": "a"' }, ["workspace/config-syntax 1:13"]],
    ["an open string", { ".dpmrc.json": '{ "out": "a\n}' }, ['workspace/config-syntax 1:10 "']],
    ["text after the end", { ".dpmrc.json": "{} nginx" }, ["workspace/config-syntax 1:4 nginx"]],
    ["bad YAML", { ".dpmrc.yaml": "out: a\n  b: c\n" }, ["workspace/config-syntax 1:6 a"]],
    ["an unknown tag", { ".dpmrc.yaml": "out: !!js/function x\n" }, ["workspace/config-syntax 1:6 !!js/function"]],
    ["a list", { ".dpmrc": '["nginx"]' }, ['workspace/config-not-object 1:1 ["nginx"]']],
    ["an import", { ".dpmrc": '{ "$import": "/etc/passwd" }' }, ["workspace/config-import 1:4 $import"]],
    ["an import in YAML", { ".dpmrc.yaml": "$import: ../other.yaml\n" }, ["workspace/config-import 1:1 $import"]],
  ] as const)("%s", async (_, files, expected) => {
    expect((await read(files)).problems).toEqual(expected);
  });

  test("bytes that are no UTF-8", async () => {
    const folder = temporaryFolder();
    fs.writeFileSync(join(folder, ".dpmrc"), Buffer.from('{ "out": "\xff" }', "latin1"));
    expect((await findConfig(folder))?.diagnostics).toMatchObject([
      { code: "workspace/invalid-utf8", span: { start: 10 }, params: { byte: 10 } },
    ]);
  });
});

describe("a configuration that would exhaust the reader is refused", () => {
  test("aliases that multiply", async () => {
    const bomb = [
      "a: &a [x,x,x,x,x,x,x,x,x]",
      ..."bcdefgh"
        .split("")
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`),
    ];
    expect((await read({ ".dpmrc.yaml": bomb.join("\n") })).problems).toEqual([
      expect.stringContaining("workspace/config-syntax"),
    ]);
  });

  test("an alias in itself", async () => {
    expect((await read({ ".dpmrc.yaml": "a: &a [*a]\n" })).problems).toEqual([
      expect.stringContaining("workspace/config-syntax"),
    ]);
  });

  test("a hundred thousand brackets", async () => {
    const deep = "[".repeat(100_000);
    expect((await read({ ".dpmrc.json": deep })).problems).toEqual([
      expect.stringContaining("workspace/config-syntax 1:66"),
    ]);
  });

  test.each(["[", "{ a: ", "- ", "[{ a: "])(
    "in YAML a hundred thousand times `%s` is told as in JSON",
    async (opening) => {
      const search = await found({ ".dpmrc.yaml": opening.repeat(100_000) });
      expect(search?.diagnostics.map((one) => [one.code, one.message, one.span?.file])).toEqual([
        ["workspace/config-syntax", "nested deeper than 64 levels", ".dpmrc.yaml"],
      ]);
    },
  );
});
