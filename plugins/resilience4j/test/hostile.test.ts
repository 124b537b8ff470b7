import { readFileSync } from "node:fs";
import { compile as compileModel, type Json } from "@dpm/core";
import { describeEngine, hostileStrings, startJvm } from "@dpm/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import plugin from "../src/index.ts";

const harness = { "Hostile.java": readFileSync(new URL("java/Hostile.java", import.meta.url), "utf8") };

/** The Java files of a model, or the codes of the errors that refuse it. */
function generated(
  dpm: string,
  options: Readonly<Record<string, Json>> = {},
): Readonly<Record<string, string>> | readonly string[] {
  const made = compileModel({
    sources: [{ name: "hostile.dpm", text: dpm }],
    targets: [{ name: "resilience4j", plugin, options }],
  });
  const errors = made.diagnostics.filter((one) => one.severity === "error").map((one) => one.code);
  if (errors.length > 0) return errors;
  const java = made.artifacts.filter((one) => one.path.endsWith(".java"));
  return Object.fromEntries(java.map((one) => [one.path.replace(/^src\/(?:main|test)\/java\//, ""), one.content.text]));
}

function shop(response: Json): string {
  return `fault_tolerance Shop { fallback: { default_response: ${JSON.stringify(response)} } }\n`;
}

const isTaken = (dpm: string): boolean => !Array.isArray(generated(dpm));
const takenValues = hostileStrings.filter((one) => isTaken(shop([one])));
const takenKeys = hostileStrings.filter((one) => isTaken(shop({ [one]: 1 })));

test("only halves of surrogate pairs and the name `__proto__` may be refused", () => {
  const isStrange = (one: string): boolean => !one.isWellFormed() || one === "__proto__" || one === "";
  expect(hostileStrings.filter((one) => !takenValues.includes(one) && !isStrange(one))).toEqual([]);
  expect(hostileStrings.filter((one) => !takenKeys.includes(one) && !isStrange(one))).toEqual([]);
});

describeEngine("jvm", (engine) => {
  let jvm: Awaited<ReturnType<typeof startJvm>>;
  beforeAll(async () => void (jvm = await startJvm(engine)));
  afterAll(() => jvm.stop());

  async function sees(dpm: string, what: string): Promise<string> {
    const sources = { ...harness, ...(generated(dpm) as Readonly<Record<string, string>>) };
    const sets = ["resilience4j", "junit"];
    const compiled = await jvm.compile({ sources, sets, options: ["-Xlint:all", "-Werror", "-encoding", "US-ASCII"] });
    expect(compiled.diagnostics).toEqual([]);
    const ran = await jvm.run({ mainClass: "Hostile", classes: [compiled.classesDir], sets, args: [what] });
    if (!ran.ok) throw new Error(JSON.stringify(ran));
    return ran.value;
  }

  test(`${hostileStrings.length} hostile strings come back exactly from the default response, as values and as keys`, async () => {
    const response = { values: takenValues, keys: Object.fromEntries(takenKeys.map((one, index) => [one, index])) };
    expect(await sees(shop(response), "response")).toBe(JSON.stringify(response));
  });

  test("a default response that is longer than a Java literal comes back exactly", async () => {
    const response = { long: 'ü\u{1f600}\\\n"'.repeat(40_000) };
    expect(await sees(shop(response), "response")).toBe(JSON.stringify(response));
  });

  test("hostile names of scenarios come back exactly in the tests that are switched off", async () => {
    const names = hostileStrings.filter((one) => one !== "" && one.isWellFormed());
    const dpm = `${shop("later")}generate_tests Shop { type: "unit", scenarios: ${JSON.stringify(names)} }\n`;
    const refused = generated(dpm);
    expect(Array.isArray(refused) ? refused : []).toEqual([]);
    const wanted = [...new Set(names)].map((name) => `${name}: nothing is known under that name`).toSorted();
    expect((await sees(dpm, "tests")).split("\n\n\n").toSorted()).toEqual(wanted);
  });
});

test.each(["java.util", "com.example.default", "com.1x", "com..x", "a b", "a/../../b", "com.exämple", ""])(
  "a package `%s` is refused",
  (name) => {
    expect(generated("fault_tolerance Shop { retry: 2 }", { package: name })).toEqual([
      expect.stringMatching(/resilience4j\/bad-package|core\//),
    ]);
  },
);
