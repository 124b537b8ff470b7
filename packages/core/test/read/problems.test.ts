import { expect, test } from "vitest";
import { duration, objectSpec, size } from "../../src/fields/field.ts";
import { fromJson } from "../../src/2-normalize/read/from-json.ts";
import { readObject } from "../../src/2-normalize/read/read-object.ts";
import { firstProblem, problemsOf, readSource } from "./reading.ts";

test("an unknown field is named, and the field that was meant is offered", () => {
  expect(problemsOf("fault_tolerance", "retyr: 3")).toEqual(["core/unknown-field: retyr"]);
  expect(firstProblem("fault_tolerance", "retyr: 3")).toEqual({
    message: "`fault_tolerance` has no field `retyr`",
    label: "did you mean `retry`?",
    repaired: ["retry: 3"],
  });
});

test("an unknown field that is near nothing gets the list of fields", () => {
  expect(firstProblem("fault_tolerance", "bulkhead: { colour: 3 }")).toEqual({
    message: "`bulkhead` has no field `colour`",
    help: "use one of: max_concurrent_calls, max_wait_duration",
  });
});

test("an unknown key in quotes is mended in quotes", () => {
  expect(firstProblem("fault_tolerance", '"retyr": 3').repaired).toEqual(['"retry": 3']);
});

test("a field that is written twice is reported at the second place, with the first", () => {
  const { diagnostics, problems, text } = readSource("load_balancer A { listen: 81 strategy: random listen: 82 }");
  expect(problems).toEqual(["core/duplicate-field: listen"]);
  expect(diagnostics[0]?.span?.start).toBe(46);
  expect(diagnostics[0]?.related?.map((one) => [one.message, one.span.start, text(one.span)])).toEqual([
    ["first written here", 18, "listen"],
  ]);
});

test("[G10] two spellings of one field that differ are reported with both places", () => {
  const body = 'health_check: { interval: "10s" interval_seconds: 20 }';
  expect(problemsOf("load_balancer", body)).toEqual(["core/conflicting-aliases: interval_seconds"]);
  expect(firstProblem("load_balancer", body)).toEqual({
    message: "`interval` and `interval_seconds` are two names of one field of `health_check`, and their values differ",
    help: "remove one of the two",
  });
});

test("a field that must be there is missed at the key of what lacks it", () => {
  expect(problemsOf("fault_tolerance", "circuit_breaker: { reset_timeout: 5s }")).toEqual([
    "core/missing-field: circuit_breaker",
  ]);
  expect(problemsOf("load_balancer", "servers: [{ port: 80 }]")).toEqual(["core/missing-field: {"]);
  expect(problemsOf("service_discovery", "")).toEqual(["core/missing-field: Thing"]);
  expect(firstProblem("service_discovery", "").message).toMatch(
    /^`service_discovery` has no `registry`, expected one of `consul`, `etcd`/,
  );
});

test.each([
  ["timeout: []", '`timeout` is a list, expected a duration such as `"500ms"`, or a group of fields `{ ... }`'],
  [
    "retry: {} bulkhead: many",
    "`bulkhead` is `many`, expected a whole number of at least 1, or a group of fields `{ ... }`",
  ],
  ["idempotent: 1", "`idempotent` is `1`, expected `true` or `false`"],
  ["retry: { max_attempts: 2.5 }", "`max_attempts` is `2.5`, expected a whole number from 1 to 1000"],
  ["retry: { multiplier: fast }", "`multiplier` is `fast`, expected a number from 1 to 100"],
  ["timeout: fast", '`timeout` is `fast`, expected a duration such as `"500ms"`, or a group of fields `{ ... }`'],
  [
    "retry: { backoff: [fixed] }",
    "`backoff` is a list, expected one of `none`, `fixed`, `linear`, `exponential`, `exponential_jitter`, `decorrelated_jitter`",
  ],
  [
    "calls: { a: 1 }",
    "`calls` is a group of fields, expected a list `[...]` with the name of a component in each place",
  ],
])("`%s` says what was found and what was expected", (body, message) => {
  expect(problemsOf("fault_tolerance", body)[0]).toMatch(/^core\/wrong-type: /);
  expect(firstProblem("fault_tolerance", body).message).toBe(message);
});

test("a number in quotes where a number belongs loses its quotes", () => {
  expect(firstProblem("fault_tolerance", 'bulkhead: { max_concurrent_calls: "10" }').repaired).toEqual([
    "bulkhead: { max_concurrent_calls: 10 }",
  ]);
});

test("a number where text belongs gets quotes", () => {
  const body = "services: [a] environment: { PORT: 8080 DEBUG: true }";
  expect(problemsOf("deploy_docker_compose", body)).toEqual(["core/wrong-type: 8080", "core/wrong-type: true"]);
  expect(firstProblem("deploy_docker_compose", body).repaired).toEqual([
    'services: [a] environment: { PORT: "8080" DEBUG: true }',
  ]);
});

test("a single value where a list belongs gets brackets", () => {
  expect(firstProblem("fault_tolerance", "calls: OrderService")).toMatchObject({
    label: "put it in `[...]`",
    repaired: ["calls: [OrderService]"],
  });
});

test("`yes` is a switch in other languages", () => {
  expect(firstProblem("fault_tolerance", "idempotent: yes").repaired).toEqual(["idempotent: true"]);
});

test("an unknown value gets its neighbours, in the notation that was used", () => {
  expect(problemsOf("load_balancer", "strategy: round_robbin")).toEqual(["core/unknown-value: round_robbin"]);
  expect(firstProblem("load_balancer", 'strategy: "round_robbin"')).toEqual({
    message:
      "`strategy` is `round_robbin`, expected one of: round_robin, least_conn, least_response_time, random, ip_hash, consistent_hash",
    label: "did you mean `round_robin`?",
    repaired: ['strategy: "round_robin"'],
  });
});

test("a name near a known one is a warning where any name is taken", () => {
  const { diagnostics, blocks } = readSource('service_discovery A { registry: "consull" }');
  expect(diagnostics.map((one) => [one.severity, one.code, one.label])).toEqual([
    ["warning", "core/unfamiliar-value", "did you mean `consul`?"],
  ]);
  expect(blocks[0]).toMatchObject({ registry: "consull" });
  expect(readSource('service_discovery A { registry: "our-own-catalogue" }').problems).toEqual([]);
});

test("[G5] a duration without a unit is not guessed", () => {
  expect(problemsOf("fault_tolerance", "timeout: 2")).toEqual(["core/missing-unit: 2"]);
  expect(firstProblem("fault_tolerance", "timeout: 2")).toEqual({
    message: '`timeout` is `2` without a unit, expected a duration such as `"500ms"`',
    help: "add the unit",
    repaired: ['timeout: "2s"', 'timeout: "2ms"'],
  });
});

test("a unit that does not exist is shown by itself, inside the value", () => {
  expect(problemsOf("fault_tolerance", 'timeout: "1h2sec"')).toEqual(["core/bad-unit: sec"]);
  expect(firstProblem("fault_tolerance", 'timeout: "2sec"')).toEqual({
    message: '`timeout` is `"2sec"`, but there is no unit `sec`, expected a duration such as `"500ms"`',
    label: 'did you mean `"2s"`?',
    repaired: ['timeout: "2s"'],
  });
  expect(firstProblem("fault_tolerance", "timeout: 2sec").repaired).toEqual(["timeout: 2s"]);
});

test.each([
  ["fault_tolerance", "retry: { max_attempts: 0 }", "0", "a whole number from 1 to 1000"],
  ["fault_tolerance", "retry: { max_attempts: -3 }", "-3", "a whole number from 1 to 1000"],
  [
    "fault_tolerance",
    "bulkhead: 99999999999999999999",
    "99999999999999999999",
    "a whole number from 1 to 9007199254740991",
  ],
  ["fault_tolerance", "bulkhead: 1e400", "1e400", "a whole number from 1 to 9007199254740991"],
  ["fault_tolerance", 'timeout: "-2s"', '"-2s"', "a duration from 1 ms to 104249 d"],
  ["fault_tolerance", 'timeout: "999999w"', '"999999w"', "a duration from 1 ms to 104249 d"],
  ["fault_tolerance", "timeout: 0s", "0s", "a duration from 1 ms to 104249 d"],
  ["load_balancer", "listen: 70000", "70000", "a whole number from 1 to 65535"],
  ["load_balancer", "rate_limiting: { requests_per_second: 0 }", "0", "a rate from 1 to 9007199254740991"],
  ["deploy_kubernetes", "resources: { limits: { cpu: 0 } }", "0", 'processor time of at least `"1m"`'],
  ["deploy_kubernetes", 'resources: { limits: { memory: "9999999Ti" } }', '"9999999Ti"', "a size from 1 B to 8191 TiB"],
  [
    "chaos_engineering",
    'experiments: [high_latency] success_criteria: { max_response_time_increase: "-5%" }',
    '"-5%"',
    "a share of at least 0",
  ],
] as const)("%s { %s } is out of range", (kind, body, found, expected) => {
  expect(problemsOf(kind, body)).toEqual([`core/out-of-range: ${found}`]);
  expect(firstProblem(kind, body).message).toContain(`is \`${found}\`, expected ${expected}`);
});

test("[G8] a share above one is offered as a percentage", () => {
  expect(firstProblem("verify_fault_tolerance", "constraints: { min_availability: 99 }")).toMatchObject({
    message: '`min_availability` is `99`, expected a share from 0 to 1, or from `"0%"` to `"100%"`',
    repaired: ['constraints: { min_availability: "99%" }'],
  });
});

test("[G9] half a request per second is offered over a minute", () => {
  expect(firstProblem("load_balancer", 'rate_limiting: { requests_per_second: "0.5 req/s" }').repaired).toEqual([
    'rate_limiting: { requests_per_second: "30 req/m" }',
  ]);
});

test("[G7] a size in KB is read, with a warning that others read it otherwise", () => {
  const { diagnostics, problems, blocks } = readSource(
    'message_queue A { provider: kafka topic: t producer: { batch_size: "16KB" } }',
  );
  expect(problems).toEqual(["core/ambiguous-unit: KB"]);
  expect(diagnostics[0]).toMatchObject({
    severity: "warning",
    message: '`batch_size` is `"16KB"`, where `KB` is read as `Ki`, in powers of 1024',
  });
  expect(blocks[0]).toMatchObject({ producer: { batchSize: 16_384 } });
});

test("a value that falls between two whole units is not rounded", () => {
  expect(problemsOf("fault_tolerance", "timeout: 1000.0005ms")).toEqual(["core/inexact-value: 1000.0005ms"]);
  expect(problemsOf("deploy_kubernetes", "resources: { limits: { cpu: 0.00001 } }")).toEqual([
    "core/inexact-value: 0.00001",
  ]);
});

test("text of another form than its field asks for is refused with the form", () => {
  expect(firstProblem("load_balancer", 'health_check: { path: "health" }').message).toBe(
    '`path` is `"health"`, expected a path that begins with /',
  );
  expect(problemsOf("load_balancer", 'servers: ["http://web1"]')).toEqual(['core/malformed-text: "http://web1"']);
  expect(problemsOf("consistency", 'type: raft log_compaction: { retention_policy: "keep_all" }')).toEqual([
    'core/malformed-text: "keep_all"',
  ]);
});

test("[157] inside a server's text the caret is under the part that is wrong", () => {
  expect(problemsOf("load_balancer", 'servers: ["web1:99999"]')).toEqual(["core/out-of-range: 99999"]);
});

test("an empty list is refused where it says nothing", () => {
  expect(problemsOf("load_balancer", "servers: []")).toEqual(["core/too-few-items: []"]);
});

test("[690] a level says which pattern it is, and has only that pattern's fields", () => {
  expect(problemsOf("multi_level_fault_tolerance", "level_1: { max_attempts: 3 }")).toEqual([
    "core/missing-field: level_1",
  ]);
  expect(problemsOf("multi_level_fault_tolerance", "level_1: { pattern: retri }")).toEqual([
    "core/unknown-value: retri",
  ]);
  expect(problemsOf("multi_level_fault_tolerance", "level_1: { pattern: retry strategy: useCache }")).toEqual([
    "core/unknown-field: strategy",
  ]);
  expect(firstProblem("multi_level_fault_tolerance", "level_0: { pattern: retry }").help).toBe(
    "use one of: targets, `level_1`, `level_2` and so on",
  );
});

test("a free number that cannot be held exactly is refused, not rounded", () => {
  expect(problemsOf("fault_tolerance", "fallback: { default_response: [1, 12345678901234567890, 0.1] }")).toEqual([
    "core/out-of-range: 12345678901234567890",
  ]);
});

test("a value with escapes is mended as a whole or not at all", () => {
  const body = 'provider: kafka topic: t retention: { size: "1\\u0030KB" }';
  expect(problemsOf("message_queue", body)).toEqual(['core/ambiguous-unit: "1\\u0030KB"']);
  expect(firstProblem("message_queue", body).repaired).toBeUndefined();
});

test("limits of durations and sizes hold at both ends", () => {
  const fields = objectSpec({
    wait: duration({ min: 1000, max: 60_000_000 }).optional(),
    room: size({ min: 10, max: 1024 }).optional(),
  });
  const messagesOf = (value: object): readonly string[] =>
    readObject(fromJson(value), fields, "target x").diagnostics.map((one) => one.message);
  expect(messagesOf({ wait: "1ms", room: 10 })).toEqual([]);
  expect(messagesOf({ wait: "1m", room: "1Ki" })).toEqual([]);
  expect(messagesOf({ wait: "61s", room: 1025 })).toEqual([
    '`wait` is `"61s"`, expected a duration from 1 ms to 1 m',
    "`room` is `1025`, expected a size from 10 B to 1 KiB",
  ]);
  expect(messagesOf({ wait: "999us", room: 9 })).toHaveLength(2);
});

test("everything that is wrong is reported at once, and what is right is kept", () => {
  const { blocks, problems } = readSource(`fault_tolerance A {
    retyr: 3
    retry: { max_attempts: 0 backoff: fixed }
    timeout: 2
    bulkhead: 7
    fallback: { default_response: { ok: true, n: 1e999 } }
  }`);
  expect(problems).toEqual([
    "core/unknown-field: retyr",
    "core/out-of-range: 0",
    "core/missing-unit: 2",
    "core/out-of-range: 1e999",
  ]);
  expect(blocks[0]).toMatchObject({
    retry: { maxAttempts: 3, backoff: "fixed" },
    bulkhead: { maxConcurrentCalls: 7 },
    fallback: { defaultResponse: { ok: true } },
  });
});

test("an optional group without a field that it needs is left out, the rest of the block stays", () => {
  const { blocks, problems } = readSource("fault_tolerance A { circuit_breaker: {} retry: 3 }");
  expect(problems).toEqual(["core/missing-field: circuit_breaker"]);
  expect(blocks[0]).toMatchObject({ retry: { maxAttempts: 3 } });
  expect(blocks[0]).not.toHaveProperty("circuitBreaker");
});

test("a block without a field that it needs is no block", () => {
  expect(readSource("distributed_lock A { provider: redis }").blocks).toEqual([undefined]);
});

test("a bad item is left out of its list, and the others keep their places in messages", () => {
  const { blocks, diagnostics } = readSource('load_balancer A { servers: ["a", 5, { host: "c" wieght: 2 }] }');
  expect(blocks[0]).toMatchObject({ servers: [{ host: "a" }, { host: "c" }] });
  expect(diagnostics.map((one) => one.message)).toEqual([
    '`servers[1]` is `5`, expected a host, or a host and a port such as `"10.0.0.1:8080"`, or a group of fields `{ ... }`',
    "`servers[2]` has no field `wieght`",
  ]);
});
