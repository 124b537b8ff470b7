import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, greetings, hello, helloConfig, project, repository } from "./dpm.ts";

test("a first run says what was read, made and lost", async () => {
  const cwd = hello();
  const { code, stdout, stderr } = await dpm(["generate"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(
    [
      "main.dpm · 3 components · 3 blocks",
      "",
      "  hello 1.0   hello/Plain.properties   new",
      "              hello/Often.properties   new",
      "              hello/Loud.properties    new",
      "",
      "  5 fields   exact 3 · approximated 1 · impossible 1      dpm report",
      "  ✗ hello   tone    nobody shouts here",
      "  ≈ hello   times   a greeting is said at most three times, not 7",
      "3 files written to generated/",
      "",
    ].join("\n"),
  );
  expect(readFileSync(join(cwd, "generated/hello/Often.properties"), "utf8")).toBe("# A greeting.\ntext=hi\ntimes=3\n");
});

test("a second run writes nothing, and a changed model only what changed", async () => {
  const cwd = hello();
  await dpm(["generate"], { cwd });
  expect((await dpm(["generate"], { cwd })).stdout).toContain(
    "3 files in generated/ are as generated: nothing to write",
  );
  writeFileSync(join(cwd, "main.dpm"), greetings.replace('"hello"', '"good day"').replace(/greeting Loud.*\n/, ""));
  const { stdout } = await dpm(["generate"], { cwd });
  expect(stdout).toMatch(/Plain\.properties +changed\n/);
  expect(stdout).toMatch(/Often\.properties +unchanged\n/);
  expect(stdout).toMatch(/Loud\.properties +removed\n/);
  expect(stdout).toContain("1 file written to generated/ (1 removed, 1 unchanged)");
  expect(existsSync(join(cwd, "generated/hello/Loud.properties"))).toBe(false);
});

test("--dry-run writes nothing and says what it would", async () => {
  const cwd = hello();
  const { code, stdout } = await dpm(["generate", "--dry-run"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain("3 files would be written to generated/");
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

test("--check ends with 3 until the files are as generated", async () => {
  const cwd = hello();
  const before = await dpm(["generate", "--check"], { cwd });
  expect(before.code).toBe(3);
  expect(before.stderr).toContain("error workspace/drift");
  expect(before.stdout).toContain("3 of 3 files in generated/ would change");
  expect(existsSync(join(cwd, "generated"))).toBe(false);
  await dpm(["generate"], { cwd });
  expect(await dpm(["generate", "--check"], { cwd })).toMatchObject({ code: 0, stderr: "" });
});

test("a file that was changed by hand stays, with exit code 6, until --force", async () => {
  const cwd = hello();
  await dpm(["generate"], { cwd });
  const file = join(cwd, "generated/hello/Plain.properties");
  writeFileSync(file, "mine\n");
  const { code, stderr } = await dpm(["generate"], { cwd });
  expect(code).toBe(6);
  expect(stderr).toContain("error workspace/file-edited");
  expect(readFileSync(file, "utf8")).toBe("mine\n");
  expect((await dpm(["generate", "--force"], { cwd })).code).toBe(0);
  expect(readFileSync(file, "utf8")).toContain("text=hello");
});

test("after an error nothing is written", async () => {
  const cwd = hello({ "main.dpm": `${greetings}greeting Bad { txet: "hello" }\n` });
  const { code, stdout, stderr } = await dpm(["generate"], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("main.dpm:5:16");
  expect(existsSync(join(cwd, "generated"))).toBe(false);
});

test("--out, --config and named files replace what is configured", async () => {
  const cwd = project({
    "conf/shop.json": helloConfig.replace("./hello", "../hello"),
    "conf/a.dpm": greetings,
    "conf/b.dpm": 'greeting B { text: "b" }',
  });
  const { code, stdout } = await dpm(["generate", "--config", "conf/shop.json", "--out", "conf/made", "conf/b.dpm"], {
    cwd,
  });
  expect(code).toBe(0);
  expect(stdout).toContain("b.dpm · 1 component · 1 block");
  expect(existsSync(join(cwd, "conf/made/hello/B.properties"))).toBe(true);
});

test("an unknown target is told with the one that was meant, as a mistake in usage", async () => {
  const { code, stderr } = await dpm(["generate", "--target", "helo"], { cwd: hello() });
  expect(code).toBe(2);
  expect(stderr).toContain("write `hello` if that is meant");
});

test("--format json is one object with what is wrong, alone", async () => {
  const { code, stdout, stderr } = await dpm(["generate", "--format", "json"], {
    cwd: hello({ "main.dpm": "greeting A { txet: 1 }" }),
  });
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  const json = JSON.parse(stdout) as {
    readonly diagnostics: readonly { readonly code: string; readonly range: object }[];
  };
  expect(Object.keys(json)).toEqual(["diagnostics"]);
  expect(json.diagnostics.map((one) => one.code)).toContain("core/unknown-field");
  expect(json.diagnostics.find((one) => one.code === "core/unknown-field")?.range).toEqual({
    start: { line: 1, column: 14, offset: 13 },
    end: { line: 1, column: 18, offset: 17 },
  });
});

test("many files of one target are counted, those that change shown first", async () => {
  const many = Array.from({ length: 30 }, (_, index) => `greeting G${index} { text: "hi" }`).join("\n");
  const cwd = hello({ "main.dpm": many });
  expect((await dpm(["generate"], { cwd })).stdout).toContain("… and 18 more files");
  writeFileSync(join(cwd, "main.dpm"), many.replace('greeting G29 { text: "hi" }', 'greeting G29 { text: "ho" }'));
  const { stdout } = await dpm(["generate"], { cwd });
  expect(stdout).toMatch(/hello 1\.0 {3}hello\/G29\.properties +changed\n/);
});

test("the example says how often an outage is multiplied, and what the owners make of it", async () => {
  const { code, stdout } = await dpm(["generate", "--dry-run"], { cwd: join(repository, "examples", "order-service") });
  expect(code).toBe(0);
  expect(stdout).toContain("every layer on its own: 10 calls per request");
  expect(stdout).toContain("as generated: 3, and the breaker opens in the 4th request");
});
