import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compile } from "@dpm/core";
import { describeEngine, loadCompose } from "@dpm/testing";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import plugin from "../src/index.ts";

const folder = mkdtempSync(join(tmpdir(), "dpm-compose-values-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Any text that a container can be given: NUL ends a variable, and half a pair is no text. */
const value = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom("$", "{", "}", '"', "\\", "\n", ":", "#", " ", "a") }),
  )
  .filter((text) => !text.includes("\0"));
const values = fc.array(value, { minLength: 1, maxLength: 200 });

function composeFile(texts: readonly string[]): string {
  const variables = texts.map((text, index) => `V${index}: ${JSON.stringify(text)}`).join("\n");
  const source = `deploy_docker_compose Shop { services: [{ name: "shop", image: "a" }], environment: { ${variables} } }`;
  const { artifacts, diagnostics } = compile({
    sources: [{ name: "values.dpm", text: source }],
    targets: [{ name: "compose", plugin }],
  });
  if (!artifacts[0]) throw new Error(diagnostics.map((one) => one.message).join("\n"));
  return artifacts[0].content.text;
}

test("every value of a variable stands in the file, with each dollar doubled", () => {
  fc.assert(
    fc.property(values, (texts) => {
      const { services } = parse(composeFile(texts)) as { services: { shop: { environment: Record<string, string> } } };
      expect(Object.values(services.shop.environment)).toEqual(texts.map((text) => text.replaceAll("$", "$$$$")));
    }),
  );
});

describeEngine("compose", (compose) => {
  test("every value of a variable reaches the container", async () => {
    const file = join(folder, "compose.yaml");
    await fc.assert(
      fc.asyncProperty(values, async (texts) => {
        writeFileSync(file, composeFile(texts));
        const loaded = await loadCompose(compose, file);
        if (!loaded.ok) throw new Error(loaded.error);
        const environment = loaded.project.services["shop"]?.["environment"];
        expect(environment).toEqual(Object.fromEntries(texts.map((text, index) => [`V${index}`, text])));
        expect(loaded.warnings).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
