import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describeEngine, runJunit, startJvm } from "@dpm/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { combinations } from "./combinations.ts";
import { classOf, javaSources, type Configuration } from "./generated.ts";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

interface Case {
  readonly name: string;
  readonly isSpring: boolean;
  readonly sources: Readonly<Record<string, string>>;
  readonly tests: Readonly<Record<string, string>>;
  readonly yml: string | undefined;
}

/** What a fixture expects, read from disk. */
const cases = readdirSync(fixtures)
  .toSorted()
  .map((name): Case => {
    const root = join(fixtures, name, "expected", "resilience4j");
    const files = readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const below = (folder: string): Record<string, string> =>
      Object.fromEntries(
        files
          .map((file): [string, string] => [relative(join(root, folder), file).split(sep).join("/"), file])
          .filter(([path]) => path.endsWith(".java") && !path.startsWith(".."))
          .map(([path, file]) => [path, readFileSync(file, "utf8")]),
      );
    const yml = files.find((file) => file.endsWith("application.yml"));
    return {
      name,
      isSpring: yml !== undefined,
      sources: below("src/main/java"),
      tests: below("src/test/java"),
      yml: yml && readFileSync(yml, "utf8"),
    };
  });
const spring = cases.filter((one) => one.isSpring);

function setsOf({ isSpring }: Case): readonly string[] {
  return [isSpring ? "spring-boot-3" : "resilience4j"];
}

function harness(...names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(new URL(`java/${name}`, import.meta.url), "utf8")]),
  );
}

test("there are classes and settings to read", () => {
  expect(cases.length).toBeGreaterThan(90);
  expect(spring.length).toBeGreaterThan(10);
});

describeEngine("jvm", (engine) => {
  let jvm: Awaited<ReturnType<typeof startJvm>>;
  beforeAll(async () => void (jvm = await startJvm(engine)));
  afterAll(() => jvm.stop());

  async function expectCompiled(
    sources: Readonly<Record<string, string>>,
    sets: readonly string[],
    options: readonly string[] = [],
  ): Promise<string> {
    const compiled = await jvm.compile({ sources, sets, options });
    expect(compiled.diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
    expect(compiled.ok).toBe(true);
    return compiled.classesDir;
  }

  describe("javac -Xlint:all -Werror", () => {
    test.each(cases.map((one) => [one.name, one] as const))("takes every class of %s", async (_, one) => {
      const sets = [...setsOf(one), "junit"];
      await expectCompiled({ ...one.sources, ...one.tests }, sets, ["-Xlint:all", "-Werror", "--release", "17"]);
    });
    test.each(["java", "spring"])("takes any combination of patterns in style %s", async (style) => {
      const sources = javaSources(combinations(37), { target: { style, package: "com.example.all" } });
      expect(Object.keys(sources).length).toBeGreaterThan(80);
      const sets = [style === "spring" ? "spring-boot-3" : "resilience4j", "junit"];
      await expectCompiled(sources, sets, ["-Xlint:all", "-Werror"]);
    });
    test("refuses a class with a mistake in it, so what it takes is right", async () => {
      const [first] = cases;
      const broken = Object.fromEntries(
        Object.entries(first?.sources ?? {}).map(([path, text]) => [path, text.replace("work.call()", "work.cal()")]),
      );
      expect(await jvm.compile({ sources: broken, sets: ["resilience4j"] })).toMatchObject({ ok: false });
    });
  });

  describe("Spring Boot 3", () => {
    test.each(spring.map((one) => [one.name, one] as const))("binds every key of %s", async (_, one) => {
      const bound = await jvm.bind(one.yml ?? "");
      expect(bound.errors).toEqual([]);
      expect(bound.placeholders).toEqual([]);
      // The policy's own numbers are bound by records that only the next test knows.
      expect(bound.unused.map(({ key }) => key).filter((key) => !key.startsWith("dpm."))).toEqual([]);
    });

    test("what is raw is Spring's to check: it binds a right one, and not a wrong one", async () => {
      const right = spring.find(({ name }) => name === "raw-spring")?.yml ?? "";
      expect(right).toContain("fail-after-max-attempts: true");
      const misspelt = await jvm.bind(right.replace("fail-after-max-attempts", "fail-after-max-attemps"));
      expect(misspelt.unused.map(({ key }) => key).join()).toContain("fail-after-max-attemps");
      const often = await jvm.bind(right.replace("fail-after-max-attempts: true", "fail-after-max-attempts: often"));
      expect(often.errors.length).toBeGreaterThan(0);
    });

    test.each(spring.map((one) => [one.name, one] as const))(
      "starts with %s, and its policies have the numbers that the plain classes have",
      async (name, one) => {
        const sources = { ...harness("Dump.java", "DumpSpring.java", "Context.java"), ...one.sources };
        const names = Object.keys(one.sources)
          .filter((path) => path.endsWith("Policy.java"))
          .map(classOf);
        const started = await jvm.run({
          mainClass: "DumpSpring",
          classes: [await expectCompiled(sources, ["spring-boot-3"])],
          sets: ["spring-boot-3"],
          args: [one.yml ?? "", ...names],
          timeoutMs: 60_000,
        });
        if (!started.ok) throw new Error(JSON.stringify(started));
        expect(started.value).toBe(await plainNumbers(name, names));
      },
    );

    test("refuses a number of the policy that no record binds", async () => {
      const one = spring.find(({ name }) => name === "order-service-spring");
      const sources = { ...harness("Dump.java", "DumpSpring.java", "Context.java"), ...one?.sources };
      const yml = one?.yml?.replace("cache-ttl", "cache-time-to-live") ?? "";
      const classes = [await expectCompiled(sources, ["spring-boot-3"])];
      const args = [yml, "com.example.orderservice.OrderServicePolicy"];
      const started = await jvm.run({
        mainClass: "DumpSpring",
        classes,
        sets: ["spring-boot-3"],
        args,
        timeoutMs: 60_000,
      });
      expect(started).toMatchObject({ ok: false });
    });

    async function plainNumbers(name: string, names: readonly string[]): Promise<string> {
      const folder = join(fixtures, name);
      const dpm = readFileSync(join(folder, "input.dpm"), "utf8");
      const config = JSON.parse(readFileSync(join(folder, "config.json"), "utf8")) as Configuration;
      const { style: _, ...options } = config.target ?? {};
      const plain = javaSources(dpm, { ...config, target: options });
      const classes = await expectCompiled({ ...harness("Dump.java", "DumpPlain.java"), ...plain }, ["resilience4j"]);
      const ran = await jvm.run({ mainClass: "DumpPlain", classes: [classes], sets: ["resilience4j"], args: names });
      if (!ran.ok) throw new Error(JSON.stringify(ran));
      return ran.value;
    }
  });

  describe("JUnit", () => {
    test.each(cases.filter((one) => Object.keys(one.tests).length > 0).map((one) => [one.name, one] as const))(
      "passes the tests of %s",
      async (_, one) => {
        const sets = setsOf(one);
        const classes = await expectCompiled({ ...one.sources, ...one.tests }, [...sets, "junit"]);
        const tests = Object.values(one.tests).join("");
        const disabled = tests.split("@Disabled").length - 1;
        const settings = mkdtempSync(join(tmpdir(), "dpm-junit-"));
        if (one.yml !== undefined) writeFileSync(join(settings, "application.yml"), one.yml);
        const ran = await runJunit(engine, { classes: [classes, settings], sets });
        rmSync(settings, { recursive: true });
        const expected = { failed: 0, skipped: disabled, succeeded: tests.split("@Test").length - 1 - disabled };
        expect(ran, ran.output).toMatchObject(expected);
      },
    );
  });
});
