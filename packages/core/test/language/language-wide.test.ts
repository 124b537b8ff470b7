import { expect, test } from "vitest";
import { createParser } from "../../src/1-parse/parse.ts";
import { compileText, layerTarget, only, target } from "../compile/compiling.ts";
import { firstProblem, problemsOf, readOne, readSource } from "../read/reading.ts";
import { componentIn, found, modelOf } from "./finding.ts";

test("[G1] a kind's name is a key, a name and a value like any other: only its position makes it a kind", () => {
  const text = `metrics metrics { fault_tolerance: { retry: counter, timeout: counter } }
multi_level_fault_tolerance fault_tolerance { level_1: { pattern: "retry" max_attempts: 2 } }
benchmark B { patterns: [metrics], metrics: [throughput] }
metrics B { load_balancer: { service_discovery: gauge } }`;
  expect(found(text)).toEqual([]);
  const groups = readOne("metrics", "fault_tolerance: { retry: counter } load_balancer: { metrics: gauge }").groups;
  expect(Object.keys(groups)).toEqual(["fault_tolerance", "load_balancer"]);
});

test("[G2] fields need no comma, items of a list one or a line break; one at the end and empty groups are fine", () => {
  const spellings = [
    'servers: ["a", "b"] strategy: random',
    'servers: ["a", "b",], strategy: random,',
    'servers: [\n"a"\n"b"\n]\nstrategy: random',
    'servers: [\n  "a", \n  "b"\n]\n\nstrategy: random\nejection: {}',
  ];
  const read = spellings.map((text) => readOne("load_balancer", text));
  for (const one of read) expect(one).toMatchObject({ strategy: "random", servers: [{ host: "a" }, { host: "b" }] });
  expect(found('load_balancer A { servers: ["a" "b"] }')).toEqual(['error missing-comma: "b"']);
});

test("[G3] comments may stand anywhere, and `///` documents the block or field after it", () => {
  const text = `// one line
/* several
   lines */ fault_tolerance /* in between */ A { // behind
  retry: /* in a value's place */ { max_attempts: 2 } // "no string"
}
/// Keeps orders.
/// In two lines.
fault_tolerance B {
  /// How long.
  timeout: "1s"
}`;
  expect(found(text)).toEqual([]);
  const { document } = createParser()({ name: "a.dpm", text });
  expect(document.blocks.map((block) => block.doc)).toEqual([undefined, "Keeps orders.\nIn two lines."]);
  expect(document.blocks[1]?.body.fields[0]).toMatchObject({ doc: "How long." });
  // A comment marker inside a string is text.
  expect(readOne("fault_tolerance", 'fallback: { default_response: "// /* x" }').fallback?.defaultResponse).toBe(
    "// /* x",
  );
});

test("[G4] an enumeration takes a string or a bare word, refuses others and says what may have been meant", () => {
  expect(readOne("fault_tolerance", "retry: { backoff: linear }").retry?.backoff).toBe("linear");
  expect(readOne("fault_tolerance", 'retry: { backoff: "linear" }').retry?.backoff).toBe("linear");
  const near = firstProblem("fault_tolerance", "retry: { backoff: lineer }");
  expect(near).toMatchObject({ label: "did you mean `linear`?", repaired: ["retry: { backoff: linear }"] });
  expect(firstProblem("fault_tolerance", 'retry: { backoff: "lineer" }').repaired).toEqual([
    'retry: { backoff: "linear" }',
  ]);
});

test("[G5] one text is what its field makes of it: minutes, thousandths of a processor, a count", () => {
  expect(readOne("fault_tolerance", 'fallback: { cache_ttl: "5m" }').fallback?.cacheTtl).toBe(300_000_000);
  expect(readOne("deploy_kubernetes", 'resources: { requests: { cpu: "100m" } }').resources?.requests?.cpu).toBe(100);
  expect(readOne("consistency", 'type: raft snapshot_interval: "1000"').snapshotInterval).toEqual({ entries: 1000 });
  const node = createParser()({ name: "a.dpm", text: 'a A { b: "100m" c: 100m }' }).document.blocks[0];
  expect(node?.body.fields.map((one) => one.value)).toMatchObject([
    { value: "100m" },
    { type: "quantity", text: "100m" },
  ]);
});

test.each([
  ["1us", 1],
  ["100ms", 100_000],
  ["1h30m", 5_400_000_000],
  ["7d", 604_800_000_000],
  ["2w", 1_209_600_000_000],
  ["1.5s", 1_500_000],
])("[G6] a duration of %s is %d whole microseconds", (text, microseconds) => {
  expect(readOne("fault_tolerance", `latency: "${text}"`).latency?.p99).toBe(microseconds);
});

test.each([
  ["2gb", 2_147_483_648],
  ["10GiB", 10_737_418_240],
  ["16kb", 16_384],
  ["128Mi", 134_217_728],
  ["4096", 4096],
])("[G7] a size of %s is %d bytes", (text, bytes) => {
  expect(readOne("distributed_cache", `provider: redis eviction: { max_memory: "${text}" }`).eviction?.maxMemory).toBe(
    bytes,
  );
});

test("[G7] `KB` and `MB` are read in powers of 1024, with a warning that says so", () => {
  const { message, label } = firstProblem("distributed_cache", 'provider: redis eviction: { max_memory: "2GB" }');
  expect([message, label]).toEqual([
    '`max_memory` is `"2GB"`, where `GB` is read as `Gi`, in powers of 1024',
    "did you mean `Gi`?",
  ]);
});

test("[G8] a share is 0..1, the same in quotes, or a percentage; above 1 it is offered as one", () => {
  const share = (text: string): unknown =>
    readOne("benchmark", `constraints: { max_error_rate: ${text} }`).constraints?.maxErrorRate;
  expect([share("0.01"), share('"0.01"'), share('"1%"'), share("1%")]).toEqual([0.01, 0.01, 0.01, 0.01]);
  expect(problemsOf("benchmark", "constraints: { max_error_rate: 5 }")).toEqual(["core/out-of-range: 5"]);
  expect(firstProblem("benchmark", "constraints: { max_error_rate: 5 }").repaired).toEqual([
    'constraints: { max_error_rate: "5%" }',
  ]);
  expect(
    problemsOf(
      "deploy_kubernetes",
      "horizontal_pod_autoscaler: { max_replicas: 2 target_cpu_utilization_percentage: 0.7 }",
    ),
  ).toEqual(["core/out-of-range: 0.7"]);
});

test('[G9] `requests_per_second: 100` and `"6000 req/m"` are rates, and compared as such', () => {
  const limit = (text: string): unknown =>
    readOne("load_balancer", `rate_limiting: { rate: ${text} }`).rateLimiting?.requestsPerSecond;
  expect([limit("100"), limit('"100 req/s"'), limit('"100rps"')]).toEqual(
    [100, 100, 100].map((count) => ({ count, per: 1_000_000 })),
  );
  expect(limit('"6000 req/m"')).toEqual({ count: 6000, per: 60_000_000 });
});

test("[G10] `x_seconds`, `x_ms` and `x` are one field: the same twice is fine, two values are an error", () => {
  const delay = (text: string): unknown =>
    readOne("deploy_kubernetes", `liveness_probe: { ${text} }`).livenessProbe?.initialDelay;
  expect([delay("initial_delay_seconds: 30"), delay('initial_delay: "30s"'), delay("initial_delay_ms: 30000")]).toEqual(
    Array(3).fill(30_000_000),
  );
  expect(problemsOf("deploy_kubernetes", 'liveness_probe: { period_seconds: 10 period: "11s" }')).toEqual([
    "core/conflicting-aliases: period",
  ]);
});

test("[G11] blocks of one name are one component; a kind twice is an error with both places, tests of two types are not", () => {
  const text = `fault_tolerance A {}
metrics A {}
generate_tests A { type: unit }
generate_tests A { type: integration }`;
  expect(found(text)).toEqual([]);
  expect(componentIn(text, "A").facets.map((one) => one.kind)).toEqual([
    "fault_tolerance",
    "metrics",
    "generate_tests",
    "generate_tests",
  ]);
  for (const twice of [
    "consistency A { type: raft } consistency A { type: gossip }",
    "generate_tests A { type: unit } generate_tests A { type: unit }",
  ]) {
    const { span, related } = only(compileText(twice).diagnostics, "core/duplicate-block");
    expect([span?.start, related?.[0]?.span.start]).toEqual([twice.lastIndexOf("A"), twice.indexOf("A")]);
  }
});

test("[G12] references join their words in any way, an exact name wins, two names of the same words are ambiguous", () => {
  const services = "fault_tolerance OrderService {}\nfault_tolerance order_service {}\n";
  const pays = (name: string): string => `distributed_transaction T { coordinator: tcc participants: [${name}] }`;
  expect(found(`fault_tolerance OrderService {}\n${pays('"order-service"')}`)).toEqual([]);
  expect(found(services + pays("OrderService"))).toEqual(["warning similar-names: order_service"]);
  expect(found(services + pays('"order-service"'))).toContain('error ambiguous-reference: "order-service"');
  expect(componentIn("service_discovery AuthService { registry: etcd }", "AuthService").serviceName).toBe(
    "auth-service",
  );
});

test("[G13] a policy guards the calls to its component; an edge is there where `calls` declares it, else from anyone", () => {
  const { edges } = modelOf(
    `fault_tolerance Orders { calls: [Stock] }\nfault_tolerance Stock {}\nload_balancer Web { calls: [Orders] }`,
  );
  expect(edges.map(({ from, caller, callee }) => [from, caller, callee])).toEqual([
    ["service", "Orders", "Stock"],
    ["gateway", "Web", "Orders"],
    ["anyone", undefined, "Web"],
  ]);
});

test("[G14] each concern of an edge has one owner, the nearest that can; all the others know it", () => {
  const mesh = layerTarget("mesh", "mesh", ["retry", "circuit_breaker"]);
  const code = layerTarget("code", "in_process", ["retry", "fallback"]);
  const text = 'fault_tolerance A { retry: 2, circuit_breaker: { failure_threshold: 5 }, fallback: "returnEmpty" }';
  const [edge] = compileText(text, { targets: [target(mesh), target(code)] }).model.edges;
  expect(Object.entries(edge?.owners ?? {}).map(([concern, owner]) => `${concern} ${owner.target}`)).toEqual([
    "retry code",
    "circuit_breaker mesh",
    "fallback code",
  ]);
});

test("[G16] targets have versions, and a block says in `targets` which of them it is for", () => {
  const targets = [
    target(layerTarget("east", "mesh", ["retry"]), { version: ">=1.24" }),
    target(layerTarget("west", "rpc", ["retry"])),
  ];
  const text = (more: string): string => `fault_tolerance A { ${more} retry: { max_attempts: 2 } }`;
  const all = compileText(text(""), { targets });
  expect(all.report.targets).toEqual([
    { name: "east", version: "1.24" },
    { name: "west", version: "1" },
  ]);
  expect([all.model.edges[0]?.owners.retry?.target, all.report.filtered]).toEqual(["west", []]);
  const narrowed = compileText(text("targets: [east]"), { targets });
  expect(narrowed.diagnostics).toEqual([]);
  expect(narrowed.model.edges[0]?.owners.retry?.target).toBe("east");
  expect(narrowed.report.filtered).toEqual([{ kind: "fault_tolerance", name: "A", targets: ["west"] }]);
  expect(narrowed.report.fields.map(({ path, verdicts }) => [path, verdicts.map((one) => one.target)])).toEqual([
    ["fault_tolerance A.retry.max_attempts", ["east"]],
  ]);
});

test("[G16] a block for none of its kind's targets is told as filtered, not as untaken; a target that is not configured is a warning", () => {
  const targets = [target(layerTarget("east", "mesh", ["retry"])), target(layerTarget("gate", "gateway", ["retry"]))];
  const elsewhere = compileText('load_balancer A { targets: [east] servers: ["a"] }', { targets });
  expect(elsewhere.report.filtered).toEqual([{ kind: "load_balancer", name: "A", targets: ["gate"] }]);
  expect([elsewhere.report.untaken, elsewhere.report.summary.untaken]).toEqual([[], 1]);
  expect(found("fault_tolerance A { targets: [eest] }", { targets })).toEqual(["warning target-not-configured: eest"]);
  // A gateway's block that is not for the gateway's target puts no gateway on the way.
  const away = compileText(
    "fault_tolerance B { retry: { max_attempts: 2 } }\nload_balancer A { targets: [east] calls: [B] }",
    { targets },
  );
  expect(away.model.edges[0]?.layers.map((one) => one.target)).toEqual(["east"]);
});

test("[G17] a pattern is a block of the same component; a name that is no kind is a warning, under `strict` an error", () => {
  const text = "generate_java A { patterns: [fault_tolerance, event_sourcing] }\nfault_tolerance A {}";
  expect(found(text)).toEqual(["warning unknown-pattern: event_sourcing"]);
  expect(found(text, { strict: ["warning"] }).filter((one) => one.startsWith("error"))).toEqual([
    "error unknown-pattern: event_sourcing",
  ]);
});

test("[G18] a folder is relative to the configuration's; one that leads out of it is told, and the writer refuses it", () => {
  expect(found('generate_java A { output: { directory: "src/main/java" } }')).toEqual([]);
  expect(found('generate_java A { output: { directory: "../x" } }')).toEqual(['warning directory-outside: "../x"']);
  expect(found('generate_go A { output: { directory: "/srv/x" } }')).toEqual(['warning directory-outside: "/srv/x"']);
});

test("[G19] an address is taken as it is, a secret or a password in it is a warning", () => {
  const compose = (name: string, value: string): string =>
    `deploy_docker_compose A { services: [{ name: a image: "a:1" }] environment: { ${name}: "${value}" } }`;
  expect(found(compose("REDIS_URL", "redis://redis:6379"))).toEqual([]);
  expect(found(compose("REDIS_URL", "redis://me:secret@redis:6379"))).toEqual([
    'warning password-in-url: "redis://me:secret@redis:6379"',
  ]);
  expect(found(compose("DB_PASSWORD", "hunter2"))).toEqual(['warning secret-literal: "hunter2"']);
});

test("[G20] there are no kinds for what engines do not have: a breaker of Istio or an AlertRule is an unknown kind", () => {
  expect(found("CircuitBreaker A {}\nAlertRule A {}")).toEqual([
    "error unknown-kind: CircuitBreaker",
    "error unknown-kind: AlertRule",
  ]);
});

test("[G21] messages, tracing and routes are no part of the language: such a block is unknown until a plugin brings its kind", () => {
  for (const kind of ["api", "tracing", "route"])
    expect(found(`${kind} A {}`)).toEqual([`error unknown-kind: ${kind}`]);
  const { blocks } = readSource("service_discovery A { registry: eureka }");
  expect(blocks[0]).toMatchObject({ registry: "eureka" });
});
