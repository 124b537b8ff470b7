import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, greetings, hello, helloConfig, project, repository } from "./dpm.ts";

function git(cwd: string, ...args: readonly string[]): void {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  execFileSync("git", [...identity, ...args], { cwd, stdio: "pipe" });
}

function commit(cwd: string, ...files: readonly string[]): void {
  git(cwd, "init", "--quiet");
  git(cwd, "add", "--force", ...files);
  git(cwd, "commit", "--quiet", "--message", "state");
}

/** The example for every target, in a repository. */
function shop(folder = "."): string {
  const example = join(repository, "examples", "order-service");
  const cwd = project({
    [join(folder, "main.dpm")]: readFileSync(join(example, "main.dpm")),
    [join(folder, ".dpmrc.json")]: readFileSync(join(example, ".dpmrc.json")),
  });
  commit(cwd, folder === "." ? "main.dpm" : folder, ...(folder === "." ? [".dpmrc.json"] : []));
  return cwd;
}

function edit(file: string, ...changes: readonly (readonly [from: string, to: string])[]): void {
  const text = changes.reduce(
    (before, [from, to]) => {
      expect(before).toContain(from);
      return before.replace(from, to);
    },
    readFileSync(file, "utf8"),
  );
  writeFileSync(file, text);
}

const more = [
  ["max_attempts: 3", "max_attempts: 9"],
  ['total: "2s", ', ""],
  ['max_response_time: "3s"', 'max_response_time: "20s"'],
] as const;

interface Json {
  readonly against: string;
  readonly components: readonly { readonly name: string; readonly before?: object; readonly after?: object }[];
  readonly fields: readonly {
    readonly path: string;
    readonly before?: { readonly text?: string; readonly range?: { readonly start: { readonly line: number } } };
    readonly after?: { readonly text?: string; readonly range?: { readonly start: { readonly line: number } } };
  }[];
  readonly owners: readonly object[];
  readonly fidelity: readonly object[];
  readonly files: readonly { readonly path: string; readonly status: string }[];
}

async function json(cwd: string, ...args: readonly string[]): Promise<Json> {
  return JSON.parse((await dpm(["plan", "--format", "json", ...args], { cwd })).stdout) as Json;
}

test("a change is told by what it means: worst case, load on failure, fields, owners, files; nothing is written", async () => {
  const cwd = shop();
  edit(join(cwd, "main.dpm"), ...more, ["bulkhead: {", "bulkhead: {\n    // fewer"]);
  const before = readdirSync(cwd);
  const temporary = project({});
  const left = readdirSync(temporary);
  const { code, stdout, stderr } = await dpm(["plan"], { cwd, env: { TMPDIR: temporary, TEMP: temporary } });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^main\.dpm · 2 components · 7 blocks, compared with HEAD\n/);
  // One wait of 1 s, nine attempts of 566 ms, pauses of 0.1 + 0.2 + 0.4 + 0.8 + 4 · 1 s.
  expect(stdout).toContain("worst case 2 s → 11.594 s · load on failure ×3 → ×9");
  expect(stdout).toMatch(/OrderService\.retry\.max_attempts +main\.dpm:4:19 +3 → 9\n/);
  expect(stdout).toMatch(/OrderService\.timeout\.total +"2s" → absent\n/);
  expect(stdout).toMatch(/nginx\/api-gateway\.conf +new\n/);
  expect(stdout).toContain("files would be written to generated/");
  expect(readdirSync(cwd)).toEqual(before);
  expect(readdirSync(temporary)).toEqual(left);
});

test("the same as JSON, with places on both sides", async () => {
  const cwd = shop();
  edit(join(cwd, "main.dpm"), ["/// Takes orders.", "/// Takes\n/// orders."], ...more);
  const { against, components, fields } = await json(cwd);
  expect(against).toBe("HEAD");
  expect(components).toEqual([
    {
      name: "OrderService",
      before: { worstCase: 2_000_000, callsPerRequest: 3, opensIn: 4 },
      after: { worstCase: 11_594_000, callsPerRequest: 9, opensIn: 2 },
    },
  ]);
  const attempts = fields.find(({ path }) => path === "fault_tolerance OrderService.retry.max_attempts");
  expect([attempts?.before?.text, attempts?.before?.range?.start.line]).toEqual(["3", 4]);
  expect([attempts?.after?.text, attempts?.after?.range?.start.line]).toEqual(["9", 5]);
});

test("for a pull request: a list of what it means, and tables that no text can break out of", async () => {
  const cwd = hello();
  commit(cwd, "main.dpm", ".dpmrc.json", "hello");
  writeFileSync(join(cwd, "main.dpm"), greetings.replace('"hello"', '"a | b ` c"'));
  const { code, stdout } = await dpm(["plan", "--format", "markdown"], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^## What this change means\n\nCompared with `HEAD`\.\n/);
  expect(stdout).toContain('| `greeting Plain.text` | `"hello" → "a \\| b \' c"` | main.dpm:2:24 |');
  const widths = stdout.split("\n").flatMap((line) => (line.startsWith("|") ? [line.split(/(?<!\\)\|/).length] : []));
  expect(new Set(widths)).toEqual(new Set([5]));
});

test("how it is written does not count: layout, units, comments, a default that is spelt out", async () => {
  const cwd = shop();
  edit(
    join(cwd, "main.dpm"),
    ["max_attempts: 3", "max_attempts:   3 // as ever"],
    ['total: "2s"', 'total: "2000ms"'],
    ['strategy: "round_robin"\n', ""],
  );
  const { stdout } = await dpm(["plan"], { cwd });
  expect(stdout).toContain("the model means what it meant in HEAD");
  expect(await json(cwd)).toMatchObject({ components: [], fields: [], owners: [], fidelity: [] });
});

test("a changed configuration changes owners", async () => {
  const cwd = shop();
  const file = join(cwd, ".dpmrc.json");
  const config = JSON.parse(readFileSync(file, "utf8")) as { readonly targets: object };
  writeFileSync(file, JSON.stringify({ ...config, owners: { OrderService: { retry: "nginx" } } }));
  const { owners } = await json(cwd);
  expect(owners).toEqual([
    {
      caller: "ApiGateway",
      callee: "OrderService",
      concern: "retry",
      before: { target: "resilience4j", layer: "in_process" },
      after: { target: "nginx", layer: "gateway" },
    },
  ]);
});

test("blocks that are new and gone are told once, and what a target says less exactly", async () => {
  const cwd = hello();
  await dpm(["generate"], { cwd });
  commit(cwd, "main.dpm", ".dpmrc.json", "hello");
  const changed = greetings
    .replace(/greeting Loud.*\n/, 'greeting Extra { text: "ho" tone: loud }\n')
    .replace("times: 7", "times: 2");
  writeFileSync(join(cwd, "main.dpm"), changed.replace('{ text: "hello" }', '{ text: "hello", times: 9 }'));
  const { fields, fidelity, files, components } = await json(cwd);
  expect(components.map(({ name, before, after }) => [name, before !== undefined, after !== undefined])).toEqual([
    ["Extra", false, true],
    ["Loud", true, false],
  ]);
  expect(fields).toMatchObject([
    { path: "greeting Plain.times", before: {}, after: { text: "9" } },
    { path: "greeting Often.times", before: { text: "7" }, after: { text: "2" } },
    { path: "greeting Extra", block: true },
    { path: "greeting Loud", block: true },
  ]);
  expect(fidelity).toMatchObject([
    { path: "greeting Plain.times", target: "hello", after: "approximated" },
    { path: "greeting Extra.tone", target: "hello", after: "impossible", reason: "nobody shouts here" },
  ]);
  const statusOf = (name: string): string | undefined => files.find(({ path }) => path.endsWith(name))?.status;
  expect([statusOf("Plain.properties"), statusOf("Extra.properties"), statusOf("Loud.properties")]).toEqual([
    ...["changed", "new", "stale"],
  ]);
});

test("a project in a folder of its repository, run from a folder in it, with an older revision", async () => {
  const cwd = shop("services/shop");
  const folder = join(cwd, "services", "shop");
  edit(join(folder, "main.dpm"), ["max_attempts: 3", "max_attempts: 2"]);
  git(cwd, "commit", "--all", "--quiet", "--message", "fewer");
  mkdirSync(join(folder, "inner"));
  expect((await json(join(folder, "inner"))).components).toEqual([]);
  const { components } = await json(join(folder, "inner"), "--against", "HEAD~1");
  expect(components).toMatchObject([{ before: { callsPerRequest: 3 }, after: { callsPerRequest: 2 } }]);
});

test("what was not there yet is new, and the repository is left as it was", async () => {
  const cwd = hello();
  writeFileSync(join(cwd, "other.txt"), "");
  commit(cwd, "other.txt");
  git(cwd, "add", "--force", "main.dpm");
  const status = (): string => execFileSync("git", ["status", "--porcelain"], { cwd, encoding: "utf8" });
  const before = status();
  const { fields } = await json(cwd);
  expect(fields.map(({ path }) => path)).toEqual(["greeting Plain", "greeting Often", "greeting Loud"]);
  expect(status()).toBe(before);
});

test("a folder and a file can be compared with, without any repository", async () => {
  const old = greetings.replace("times: 7", "times: 5");
  const cwd = hello({ "earlier/main.dpm": old, "earlier/.dpmrc.json": helloConfig, "old.txt": old });
  for (const against of ["earlier", "old.txt"]) {
    const { fields } = await json(cwd, "--against", against);
    expect(fields).toMatchObject([{ path: "greeting Often.times", before: { text: "5" }, after: { text: "7" } }]);
  }
});

test("a module as configuration is read as it was, with what it imports", async () => {
  const config = 'import { plugin } from "./names.js";\nexport default { targets: { hello: { plugin } } };\n';
  const cwd = project({
    "main.dpm": greetings,
    "dpm.config.mjs": config,
    "names.js": 'export const plugin = "./hello/plugin.ts";\n',
  });
  commit(cwd, "main.dpm", "dpm.config.mjs", "names.js");
  rmSync(join(cwd, "names.js"));
  writeFileSync(
    join(cwd, "dpm.config.mjs"),
    config.replace(/import.*\n/, "").replace("plugin }", 'plugin: "./hello/plugin.ts" }'),
  );
  expect(await json(cwd)).toMatchObject({ components: [], fields: [] });
});

test.each([
  ["v9", "workspace/against-missing"],
  ["--all", "workspace/against-missing"],
])("--against=%s is refused with exit code 2", async (against, problem) => {
  const { code, stderr } = await dpm(["plan", `--against=${against}`], { cwd: shop() });
  expect(code).toBe(2);
  expect(stderr).toContain(`error ${problem}`);
});

test("errors of the model end with 1, and there is no plan", async () => {
  const cwd = hello({ "main.dpm": "greeting A { florb: 1 }\n" });
  const { code, stdout, stderr } = await dpm(["plan", "--against", "."], { cwd });
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("core/unknown-field");
});

test("of a constant the value is told, at the place where it is used", async () => {
  const cwd = shop();
  const main = join(cwd, "main.dpm");
  const [named] = /total: "\w+"/.exec(readFileSync(main, "utf8")) ?? [""];
  const constant = `let deadline: 1900ms\n${readFileSync(main, "utf8").replace(named, "total: $deadline")}`;
  writeFileSync(main, constant);
  const [field, ...others] = (await json(cwd)).fields;
  expect(others).toEqual([]);
  expect(field?.path).toBe("fault_tolerance OrderService.timeout.total");
  const line = constant.slice(0, constant.indexOf("$deadline")).split("\n").length;
  expect(field?.after).toMatchObject({ text: "1900ms", range: { start: { line } } });
});
