import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, hello, repository } from "./dpm.ts";

const cwd = hello();

interface FieldJson {
  readonly path: string;
  readonly unwritten?: readonly string[];
  readonly verdicts: readonly { readonly target: string; readonly verdict: string }[];
}

interface ReportJson {
  readonly targets: readonly { readonly name: string }[];
  readonly fields: readonly FieldJson[];
  readonly summary: { readonly fields: number; readonly untaken: number };
}

test("the report has every field, its place, its verdict and the reason", async () => {
  const { code, stdout, stderr } = await dpm(["report"], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toBe(`main.dpm · 3 components · 3 blocks

greeting Plain
  text   main.dpm:2:24   hello   exact

greeting Often
  text    main.dpm:3:24   hello   exact
  times   main.dpm:3:37   hello   approximated   a greeting is said at most three times, not 7

greeting Loud
  text   main.dpm:4:23   hello   exact
  tone   main.dpm:4:36   hello   impossible   nobody shouts here

5 fields   exact 3 · approximated 1 · impossible 1   in hello 1.0
`);
});

test("--lost leaves out what comes through", async () => {
  const { stdout } = await dpm(["report", "--lost"], { cwd });
  expect(stdout).toContain("times");
  expect(stdout).toContain("tone");
  expect(stdout).not.toContain("text");
});

test("as Markdown it is a table with a column for each target", async () => {
  const { stdout } = await dpm(["report", "--format", "markdown"], { cwd });
  expect(stdout).toContain("| field | where | hello 1.0 |\n| --- | --- | --- |\n");
  expect(stdout).toContain("| `greeting Loud.tone` | main.dpm:4:36 | **impossible**: nobody shouts here |");
});

test("who owns each concern of each call, and why, is in every form", async () => {
  const cwd = join(repository, "examples", "order-service");
  const way = "ApiGateway → OrderService";
  const why = "the first of in_process, rpc, mesh, gateway that is on the edge and can";
  const text = await dpm(["report"], { cwd });
  expect(text.stdout.replace(/\s+/g, " ")).toContain(`${way} retry resilience4j ${why}`);
  const markdown = await dpm(["report", "--format", "markdown"], { cwd });
  expect(markdown.stdout.replaceAll("\\", "")).toContain(
    `| \`${way}\` | bulkhead | resilience4j | in_process | ${why} |`,
  );
  const json = await dpm(["report", "--format", "json"], { cwd });
  const { owners } = JSON.parse(json.stdout) as { readonly owners: readonly object[] };
  expect(owners).toContainEqual({ way, concern: "fallback", target: "resilience4j", layer: "in_process", why });
});

test("no text of a model breaks a Markdown table", async () => {
  const odd = hello({ "main.dpm": 'greeting A { text: "x", times: 4 }' });
  const { stdout } = await dpm(["report", "--format", "markdown"], { cwd: odd });
  const rows = stdout.split("\n").filter((line) => line.startsWith("|"));
  expect(rows.every((row) => row.split(/(?<!\\)\|/).length === 5)).toBe(true);
});

test("as JSON every verdict has its reason's code and parameters", async () => {
  const { stdout } = await dpm(["report", "--format", "json"], { cwd });
  const { fields, summary } = JSON.parse(stdout) as { readonly fields: readonly object[]; readonly summary: object };
  expect(summary).toEqual({
    fields: 5,
    counts: { exact: 3, approximated: 1, elsewhere: 0, impossible: 1 },
    untaken: 0,
  });
  expect(fields[2]).toEqual({
    path: "greeting Often.times",
    file: "main.dpm",
    range: {
      start: { line: 3, column: 37, offset: expect.any(Number) as number },
      end: { line: 3, column: 38, offset: expect.any(Number) as number },
    },
    verdicts: [
      {
        target: "hello",
        verdict: "approximated",
        reason: {
          code: "hello/at-most-three",
          message: "a greeting is said at most three times, not 7",
          params: { times: 7 },
        },
      },
    ],
  });
});

test("of some targets it shows what they take, and not what only another takes as nobody's", async () => {
  const cwd = join(repository, "examples", "order-service");
  const { stdout } = await dpm(["report", "--target", "compose"], { cwd });
  expect(stdout).toContain("\ndeploy_docker_compose OrderService\n");
  expect(stdout).not.toContain("fault_tolerance OrderService");
  expect(stdout).not.toContain("\nload_balancer");
  // No target at all takes this.
  expect(stdout).toMatch(/horizontal_pod_autoscaler\.min_replicas .* nobody/);
  const { fields } = JSON.parse((await dpm(["report", "--target", "compose", "--format", "json"], { cwd })).stdout) as {
    readonly fields: readonly { readonly path: string }[];
  };
  expect(fields.filter(({ path }) => path.startsWith("fault_tolerance"))).toEqual([]);
});

test("of some targets it counts what they do, in every form", async () => {
  const cwd = join(repository, "examples", "order-service");
  const whole = JSON.parse((await dpm(["report", "--format", "json"], { cwd })).stdout) as ReportJson;
  const text = (await dpm(["report", "--target", "compose"], { cwd })).stdout;
  const markdown = (await dpm(["report", "--target", "compose", "--format", "markdown"], { cwd })).stdout;
  const part = JSON.parse(
    (await dpm(["report", "--target", "compose", "--format", "json"], { cwd })).stdout,
  ) as ReportJson;
  const said = part.fields.filter((one) => one.verdicts.length > 0 && !one.unwritten);
  expect(part.targets.map((one) => one.name)).toEqual(["compose"]);
  expect(part.summary).toEqual({
    fields: said.length + whole.summary.untaken,
    counts: { exact: said.length, approximated: 0, elsewhere: 0, impossible: 0 },
    untaken: whole.summary.untaken,
  });
  const counts = `exact ${said.length} · not taken ${part.summary.untaken}`;
  expect(text).toMatch(new RegExp(`\n${part.summary.fields} fields   ${counts}   in compose \\d+ alone\n$`));
  expect(markdown).toMatch(new RegExp(`\n${part.summary.fields} fields: ${counts}, in compose \\d+ alone\\.\n`));
  // All of the targets by name are all of the targets.
  const named = await dpm(["report", "--format", "json", "--target", whole.targets.map((one) => one.name).join()], {
    cwd,
  });
  expect(JSON.parse(named.stdout)).toEqual(whole);
});

test("of some targets, what nobody wrote is shown only where one of them cannot express it", async () => {
  const cwd = join(repository, "examples", "order-service");
  const unwritten = async (...args: readonly string[]): Promise<readonly FieldJson[]> => {
    const { stdout } = await dpm(["report", "--format", "json", ...args], { cwd });
    return (JSON.parse(stdout) as ReportJson).fields.filter((one) => one.unwritten);
  };
  const all = await unwritten();
  expect(all.length).toBeGreaterThan(0);
  for (const target of ["nginx", "resilience4j", "istio", "compose"]) {
    const found = await unwritten("--target", target);
    const theirs = all.filter((one) =>
      one.verdicts.some((said) => said.target === target && said.verdict === "impossible"),
    );
    expect(found.map((one) => one.path)).toEqual(theirs.map((one) => one.path));
  }
});

test("one field is one field", async () => {
  const cwd = hello({ "main.dpm": 'greeting A { text: "x" }' });
  for (const args of [["report"], ["report", "--format", "markdown"], ["generate", "--dry-run"]])
    expect((await dpm(args, { cwd })).stdout).toMatch(/\b1 field\b(?!s)/);
});

test("a kind that no target takes is one line", async () => {
  const { stdout } = await dpm(["report"], {
    cwd: hello({ "b.dpm": "fault_tolerance A { retry: 3 }\nfault_tolerance B { retry: 3 }" }),
  });
  expect(stdout).toContain("fault_tolerance   no configured target takes it: A, B");
  expect(stdout).toContain("not taken 2");
});

test("what is raw is counted on a line of its own, in every form", async () => {
  const odd = hello({
    "main.dpm": 'greeting A { text: "x" raw hello { a: 1, b: { c: [1, 2] } } raw other { d: "|" } }',
  });
  const lines = [
    "raw: 2 values written for hello, unchecked by dpm · not taken 2",
    "raw: 1 value written for other, unchecked by dpm · not taken 1",
  ];
  const { stdout } = await dpm(["report"], { cwd: odd });
  expect(stdout.endsWith(`1 field   exact 1   in hello 1.0\n${lines.join("\n")}\n`)).toBe(true);
  const markdown = (await dpm(["report", "--format", "markdown"], { cwd: odd })).stdout;
  expect(markdown).toContain(`\n${lines.map((line) => `- ${line}`).join("\n")}\n`);
  const generated = await dpm(["generate", "--dry-run"], { cwd: odd });
  expect(generated.stdout).toContain(lines[0]);
  expect(generated.stderr).toContain("core/raw-not-taken");
  const { raw } = JSON.parse((await dpm(["report", "--format", "json"], { cwd: odd })).stdout) as {
    readonly raw: readonly { readonly path: string; readonly verdict?: { readonly verdict: string } }[];
  };
  expect(raw.map(({ path, verdict }) => [path, verdict?.verdict])).toEqual([
    ["greeting A.raw.hello.a", "impossible"],
    ["greeting A.raw.hello.b.c", "impossible"],
    ["greeting A.raw.other.d", undefined],
  ]);
});

test("Markdown tells what the authors say of their components, and none of it becomes markup", async () => {
  const told = hello({
    "main.dpm": `/// Says <b>hello</b>.
/// # It is *polite*.
greeting A {
  /// The usual | words.
  text: "x"
}

greeting B { text: "y" }
`,
  });
  const { stdout } = await dpm(["report", "--format", "markdown"], { cwd: told });
  expect(stdout).toContain(`
## Components

### \`A\`

#### \`greeting\`

Says \\<b\\>hello\\</b\\>.
\\# It is \\*polite\\*.

- \`text\`: The usual \\| words.
`);
  expect(stdout).not.toContain("`B`\n");
});

test("[G16] a block that is not for a target is told in every form, and not as one that nobody takes", async () => {
  const cwd = hello({
    "main.dpm": 'greeting Plain { targets: [other], text: "hi" }\ngreeting Often { text: "hi" }\n',
  });
  const says = "not for hello, as its own `targets` says";
  const text = await dpm(["report"], { cwd });
  expect(text.stdout).toContain(`greeting Plain   ${says}\n`);
  expect(text.stdout).not.toContain("no configured target takes it");
  const markdown = await dpm(["report", "--format", "markdown"], { cwd });
  expect(markdown.stdout).toContain(`- \`greeting Plain\`: ${says}\n`);
  const json = await dpm(["report", "--format", "json"], { cwd });
  expect(JSON.parse(json.stdout)).toMatchObject({
    untaken: [],
    filtered: [{ kind: "greeting", name: "Plain", targets: ["hello"] }],
  });
});
