import { expect, test } from "vitest";
import { parseTemplate } from "../../src/2-normalize/template.ts";
import { problemsOf, readOne } from "../read/reading.ts";
import { found } from "./finding.ts";

test("[176] `{name}` in a key is a parameter, a doubled brace is a brace, and one that a Redis Cluster would hash by is told", () => {
  expect(parseTemplate(readOne("distributed_lock", 'provider: redis lock_key: "order:{order_id}"').lockKey)).toEqual([
    { kind: "text", text: "order:" },
    { kind: "parameter", name: "order_id" },
  ]);
  expect(parseTemplate("{{a}}{b}:{{")).toEqual([
    { kind: "text", text: "{a}" },
    { kind: "parameter", name: "b" },
    { kind: "text", text: ":{" },
  ]);
  for (const key of ["order:{", "order:}", "order:{}", "{order id}"])
    expect(problemsOf("distributed_lock", `provider: redis lock_key: "${key}"`)).toEqual([
      `core/malformed-text: "${key}"`,
    ]);
  const cluster = (key: string): readonly string[] =>
    found(`distributed_lock A { provider: redis_cluster fencing: true lock_key: "${key}" }`);
  expect(cluster("order:{order_id}").filter((one) => one.includes("hash-tag"))).toEqual([]);
  expect(cluster("{{order}}:{order_id}").filter((one) => one.includes("hash-tag"))).toEqual([
    'warning hash-tag: "{{order}}:{order_id}"',
  ]);
});

test("[178-181] a lock's `delay` is its `initial_delay`, and its pauses stay the same", () => {
  const { retry } = readOne(
    "distributed_lock",
    'provider: redis lock_key: "k" retry: { max_attempts: 3 delay: "100ms" }',
  );
  expect(retry).toMatchObject({ maxAttempts: 3, initialDelay: 100_000, backoff: "fixed" });
});

test("[182-185] a lock is renewed every so often, long before it ends", () => {
  const { ttl, autoRenewal } = readOne(
    "distributed_lock",
    'provider: redis lock_key: "k" ttl: "30s" auto_renewal: { interval: "10s" }',
  );
  expect([ttl, autoRenewal]).toEqual([30_000_000, { enabled: true, interval: 10_000_000 }]);
});

test("[186-189] `deadlock_detection.timeout` is the longest hold, renewals included", () => {
  const lock = (body: string): unknown =>
    readOne("distributed_lock", `provider: redis lock_key: "k" ${body}`).deadlockDetection;
  expect(lock('deadlock_detection: { timeout: "90s" }')).toEqual({ enabled: true, timeout: 90_000_000 });
  expect(lock("deadlock_detection: {}")).toEqual({ enabled: true, timeout: 60_000_000 });
  expect(lock("")).toBeUndefined();
});

test("[198-207] who takes part is a component, what is undone was done by one of them, and every step before the pivot can be undone", () => {
  const saga = (body: string): readonly string[] =>
    found(
      `fault_tolerance InventoryService {}\nfault_tolerance PaymentService {}\ndistributed_transaction T { tombstones: true ${body} }`,
    ).filter((one) => !one.startsWith("note"));
  const both = 'participants: ["inventory_service", "payment_service"]';
  expect(saga(`${both} compensation: { inventory_service: "restore", payment_service: "refund" }`)).toEqual([]);
  expect(saga(`${both} compensation: { inventory_service: "restore" } pivot: payment_service`)).toEqual([]);
  expect(saga(`${both} compensation: { inventory_service: "restore" }`)).toEqual([
    'error compensation-missing: "payment_service"',
  ]);
  expect(saga(`${both} pivot: inventory_service compensation: { shipping: "cancel" }`)).toEqual([
    "error compensation-of-nobody: shipping",
  ]);
  expect(
    saga('participants: ["inventory_service"] compensation: { inventory_service: "a" } pivot: PaymentService'),
  ).toEqual(["error pivot-outside: PaymentService"]);
  expect(saga('participants: ["shipping_service"] compensation: { shipping_service: "cancel" }')).toEqual([
    'warning undefined-component: "shipping_service"',
  ]);
});

test("[208-212] each step of a saga is tried again by itself, and the whole has a deadline", () => {
  const { timeout, retry } = readOne(
    "distributed_transaction",
    'participants: [A] timeout: "30s" retry: { max_attempts: 3 backoff: "exponential" }',
  );
  expect([timeout, retry]).toMatchObject([
    30_000_000,
    { maxAttempts: 3, backoff: "exponential", initialDelay: 100_000 },
  ]);
});

test("[220-228] a Redis Cluster has three nodes for each copy, and no ring", () => {
  const cache = (more: string): readonly string[] =>
    found(`distributed_cache A { provider: redis_cluster nodes: ["a:1", "b:1", "c:1"] ${more} }`).map(
      (one) => one.split(":")[0] ?? "",
    );
  expect(cache("replication: { factor: 1 }")).toEqual([]);
  expect(cache("replication: { factor: 2 }")).toEqual(["error redis-cluster-too-small"]);
  expect(cache("replication: { factor: 1 } sharding: { strategy: consistent_hashing virtual_nodes: 150 }")).toEqual([
    "warning sharding-fixed",
  ]);
});

test("[232] a cache says whether a write waits for copies; unwritten it does not", () => {
  const mode = (body: string): unknown =>
    readOne("distributed_cache", `provider: redis replication: { ${body} }`).replication?.syncMode;
  expect([mode(""), mode("sync_mode: async"), mode("sync_mode: sync")]).toEqual(["async", "async", "sync"]);
});

test.each([
  ["lru", "lru"],
  ["allkeys-lru", "lru"],
  ["allkeys-lfu", "lfu"],
  ["volatile-ttl", "ttl"],
  ["noeviction", "none"],
])("[235] the policy %s is %s, in Redis's words too", (written, policy) => {
  expect(readOne("distributed_cache", `provider: redis eviction: { policy: "${written}" }`).eviction?.policy).toBe(
    policy,
  );
});

test("[236-237] `max_memory` is bytes of each node, `max_keys` a count", () => {
  const { eviction } = readOne(
    "distributed_cache",
    'provider: redis_cluster eviction: { max_memory: "2gb" max_keys: 1000000 }',
  );
  expect(eviction).toEqual({ policy: "lru", maxMemory: 2_147_483_648, maxKeys: 1_000_000 });
});

test("[240-243] snapshots come every so long, and a log of writes is a switch", () => {
  const { persistence } = readOne(
    "distributed_cache",
    'provider: redis persistence: { rdb_interval: "1h" aof_enabled: true }',
  );
  expect(persistence).toEqual({ enabled: true, rdbInterval: 3_600_000_000, aofEnabled: true });
});

test("[255-258] `size` is the whole topic's, `size_per_partition` each partition's; both must agree", () => {
  const topic = (retention: string): readonly string[] =>
    found(`message_queue Q { provider: kafka topic: t partitions: 6 retention: { ${retention} } }`);
  expect([topic('size: "60gb" size_per_partition: "10gb"'), topic('size: "10gb"')]).toEqual([[], []]);
  expect(topic('size: "10gb" size_per_partition: "10gb"')).toEqual(['error retention-twice: "10gb"']);
});

test("[259-264] a message is sent when all copies in sync have it; where one is enough, that is told", () => {
  const { producer } = readOne(
    "message_queue",
    'provider: kafka topic: t producer: { acks: "all" retries: 3 batch_size: "16kb" linger_ms: 5 }',
  );
  expect(producer).toEqual({ acks: "all", retries: 3, batchSize: 16_384, linger: 5000 });
  const text = (more: string): string =>
    `message_queue Q { provider: kafka topic: t replication_factor: 3 ${more} producer: { acks: "all" } }`;
  expect(found(text(""))).toEqual(['warning hollow-acks: "all"']);
  expect(found(text("min_insync_replicas: 2"))).toEqual([]);
});

test("[271-275] how often a message is handled again is the consumer's, how often it is sent again the producer's", () => {
  const { producer, deadLetterQueue } = readOne(
    "message_queue",
    'provider: kafka topic: orders producer: { retries: 5 } dead_letter_queue: { topic: "orders_dlq" max_retries: 3 }',
  );
  expect([producer?.retries, deadLetterQueue]).toEqual([5, { enabled: true, topic: "orders_dlq", maxRetries: 3 }]);
});

test("[268] whether a handler says itself that a message is done is known to who makes the handler", () => {
  const commits = (body: string): unknown =>
    readOne("message_queue", `provider: kafka topic: t consumer: { ${body} }`).consumer?.enableAutoCommit;
  expect([commits("enable_auto_commit: false"), commits("enable_auto_commit: true"), commits("")]).toEqual([
    false,
    true,
    undefined,
  ]);
});
