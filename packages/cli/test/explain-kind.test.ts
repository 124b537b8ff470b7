import { join } from "node:path";
import { expect, test } from "vitest";
import { dpm, hello, project, repository } from "./dpm.ts";

const example = join(repository, "examples", "order-service");
const explained = async (what: string, cwd = example): Promise<string> =>
  (await dpm(["explain", what], { cwd })).stdout;

test("a kind is explained with its fields, an example and the targets that take it", async () => {
  const text = await explained("load_balancer");
  expect(text).toMatch(/^load_balancer\n {2}Spreads the calls to a component over its servers\.\n/);
  expect(text).toMatch(/^ {2}strategy +How the server for a call is chosen\.$/m);
  expect(text).toContain('\n    servers: ["10.0.0.1:8080", ');
  expect(text).toMatch(/^ {2}nginx +gateway$/m);
});

test("a field is explained: what it takes, its limits, its default, its other keys, its unit in the model", async () => {
  const text = await explained("fault_tolerance.retry.initial_delay");
  expect(text).toMatch(/^fault_tolerance\.retry\.initial_delay\n {2}The first pause\.\n\n/);
  expect(text).toMatch(/^ {2}takes +a duration such as "500ms"$/m);
  expect(text).toMatch(/^ {2}unwritten +"100ms"$/m);
  expect(text).toMatch(/^ {2}also written +initial_delay_seconds \(a number of seconds\), .*, delay$/m);
  expect(text).toMatch(/^ {2}in the model +retry\.initialDelay, microseconds$/m);
  expect(await explained("load_balancer.servers.port")).toMatch(/^ {2}takes +a whole number; from 1 to 65535$/m);
});

test("values have their meanings, and each target says what may become of them", async () => {
  const text = await explained("load_balancer.strategy");
  expect(text).toMatch(/^ {2}ip_hash +The same server for the same client address\.$/m);
  expect(text).toMatch(
    /^ {2}least_conn +The server with the fewest open connections\. · also written least_connections/m,
  );
  expect(text).toMatch(/^ {2}nginx 1\.22 +exact, by default, approximated$/m);
  expect(await explained("load_balancer.session_affinity.ttl")).toMatch(/^ {2}nginx 1\.22 +exact from 1\.29\.6 on, /m);
});

test("a group is explained with its fields, a free name takes any, an item of a list may have its place", async () => {
  expect(await explained("fault_tolerance.retry")).toMatch(/^ {2}retry\.max_attempts +How often it is tried/m);
  expect(await explained("alerts.too_slow.severity")).toMatch(/^alerts\.<name>\.severity\n/);
  expect(await explained("load_balancer.servers[2].weight")).toMatch(/^load_balancer\.servers\.weight\n/);
  expect(await explained("fault_tolerance.retry.delay")).toMatch(/^fault_tolerance\.retry\.initial_delay\n/);
});

test("a fact is called one, and no target is asked", async () => {
  const text = await explained("fault_tolerance.load");
  expect(text).toContain("A fact: rules reckon with it");
  expect(text).not.toContain("nginx");
});

test("a configured plugin's own kind is explained like dpm's", async () => {
  expect(await explained("greeting.times", hello())).toBe(`greeting.times
  How often.

  takes          a whole number; at least 1
  unwritten      1
  in the model   times

  hello 1.0   exact, approximated, by default
`);
});

test("without a configuration all of dpm's own targets that are installed are asked", async () => {
  const text = await explained("fault_tolerance.bulkhead.max_wait_duration", project({}));
  expect(text).toMatch(/^ {2}istio \S+ +by default, elsewhere, impossible$/m);
  expect(text).toMatch(/^ {2}resilience4j \S+ +/m);
});

test("as JSON a field has all of it as data", async () => {
  const { stdout } = await dpm(["explain", "load_balancer.session_affinity.ttl", "--format", "json"], { cwd: example });
  expect(JSON.parse(stdout)).toMatchObject({
    kind: "load_balancer",
    field: "session_affinity.ttl",
    type: "duration",
    limits: ["at least 1 s"],
    unit: "microseconds",
    model: "sessionAffinity.ttl",
    presence: "optional",
    fact: false,
    aliases: { ttl_seconds: "s", ttl_ms: "ms" },
  });
  expect((JSON.parse(stdout) as { readonly targets: readonly object[] }).targets).toContainEqual({
    name: "nginx",
    version: "1.22",
    verdicts: [
      { verdict: "exact", since: "1.29.6" },
      { verdict: "approximated" },
      { verdict: "by-default" },
      { verdict: "impossible" },
    ],
  });
});

test.each([
  ["fault_tolerence", "there is no kind of block `fault_tolerence`", "write `fault_tolerance` if that is meant"],
  ["fault_tolerence.retry", "there is no kind", "write `fault_tolerance.retry` if that is meant"],
  ["florb.retry", "there is no kind", "name one of: adaptive_load_balancer, "],
  ["fault_tolerance.retyr", "has no field `retyr`", "write `fault_tolerance.retry` if that is meant"],
  ["fault_tolerance.retry.florb", "`fault_tolerance.retry` has no field `florb`", "name one of: max_attempts, "],
  ["fault_tolerance.idempotent.x", "has no field `x`", "ask for `fault_tolerance.idempotent`: it has no fields"],
  ["fault_tolerance.", "`fault_tolerance` has no field ``", "name one of: retry, "],
  ["dead-attempt", "there is no diagnostic", "write `core/dead-attempt` if that is meant"],
])("%s is nothing: %s, %s", async (what, fact, help) => {
  const ending = await dpm(["explain", what], { cwd: project({}) });
  expect(ending).toMatchObject({ code: 2, stdout: "" });
  expect(ending.stderr).toContain(fact);
  expect(ending.stderr).toContain(help);
});
