import { expect, test } from "vitest";
import { defineDiagnostics } from "../../src/diagnostics/define.ts";
import { toSarif } from "../../src/diagnostics/sarif.ts";

const problems = defineDiagnostics("core", {
  odd: { severity: "error", message: "no `{name}`", help: "write {other}" },
  aside: { severity: "note", message: "by the way", help: { one: "try {x}", two: "leave it" } },
});
const source = { name: "a b.dpm", text: "retry {\n  retyr: 3\n}\n" };
const retyr = { file: source.name, start: 10, end: 15 };
const place = {
  artifactLocation: { uri: "shop/a%20b.dpm", uriBaseId: "%SRCROOT%" },
  region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 8 },
};
const found = problems.odd({ name: "retyr", other: "retry" }).at(retyr, {
  related: [{ message: "here", span: retyr }],
  fixes: [{ title: "write `retry`", edits: [{ span: retyr, text: "retry" }] }],
});

test("a log has the rules that occur, their texts and pages, and every finding with its places and edits", () => {
  const log = toSarif([found, found, problems.aside({ x: 1 }).at(undefined)], [source], {
    version: "1.2.3",
    describe: (code) => {
      const entry = new Map(Object.entries(problems.catalogue.entries)).get(code.slice("core/".length));
      return entry && { entry, page: `# ${code}` };
    },
    pathOf: () => "retry",
    folder: "shop",
    home: ".dpmrc",
  });
  expect(log).toEqual({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "dpm",
            semanticVersion: "1.2.3",
            rules: [
              {
                id: "core/aside",
                shortDescription: { text: "by the way" },
                help: { text: "by the way\nhelp: try <x>\nhelp: leave it", markdown: "# core/aside" },
                defaultConfiguration: { level: "note" },
              },
              {
                id: "core/odd",
                shortDescription: { text: "no `<name>`" },
                help: { text: "no `<name>`\nhelp: write <other>", markdown: "# core/odd" },
                defaultConfiguration: { level: "error" },
              },
            ],
          },
        },
        columnKind: "utf16CodeUnits",
        results: [
          {
            ruleId: "core/aside",
            ruleIndex: 0,
            level: "note",
            message: { text: "by the way" },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: "shop/.dpmrc", uriBaseId: "%SRCROOT%" },
                  region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
                },
              },
            ],
            partialFingerprints: { "dpm/v1": expect.stringMatching(/^[\da-f]{16}:1$/) as unknown },
          },
          {
            ruleId: "core/odd",
            ruleIndex: 1,
            level: "error",
            message: { text: "no `retyr`\nhelp: write retry" },
            locations: [{ physicalLocation: place }],
            relatedLocations: [{ id: 1, message: { text: "here" }, physicalLocation: place }],
            partialFingerprints: { "dpm/v1": expect.stringMatching(/^[\da-f]{16}:1$/) as unknown },
            fixes: [
              {
                description: { text: "write `retry`" },
                artifactChanges: [
                  {
                    artifactLocation: place.artifactLocation,
                    replacements: [{ deletedRegion: place.region, insertedContent: { text: "retry" } }],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});

test("equal findings at two places are told apart by their number", () => {
  const other = { ...found, span: { ...retyr, start: 0, end: 5 } };
  const options = { version: "1", describe: () => undefined, pathOf: () => "retry" };
  const { runs } = toSarif([found, other], [source], options) as {
    readonly runs: readonly { readonly results: readonly { readonly partialFingerprints: object }[] }[];
  };
  const prints = runs[0]?.results.map((one) => Object.values(one.partialFingerprints).join("")) ?? [];
  expect(prints.map((one) => one.slice(16))).toEqual([":1", ":2"]);
  expect(new Set(prints.map((one) => one.slice(0, 16))).size).toBe(1);
});
