import type { RuleCase } from "../rule-case.ts";

export const dataCases: readonly RuleCase[] = [
  {
    rule: "protocol-only-verified",
    broken: "consistency OrderDB { type: paxos nodes: 3 }",
    at: "paxos",
    says: "no engine that dpm knows is configured with `paxos`: the block is checked and verified, nothing runs by it",
    kept: ["consistency OrderDB { type: raft nodes: 3 }", "consistency OrderDB { type: gossip nodes: 3 }"],
    repairs: [{ help: /choose `(raft)`/, replace: "paxos", by: (type = "") => type }],
  },
  {
    rule: "hash-tag",
    broken: 'distributed_lock A { provider: redis_cluster lock_key: "{{order}}:{order_id}" }',
    at: '"{{order}}:{order_id}"',
    says: "braces in a key are a hash tag to a Redis Cluster: all keys with `{order}` are on one node",
    kept: [
      'distributed_lock A { provider: redis_cluster lock_key: "order:{order_id}" }',
      'distributed_lock A { provider: redis_cluster lock_key: "order:{{}}{order_id}" }',
      'distributed_lock A { provider: redis lock_key: "{{order}}:{order_id}" }',
    ],
    repairs: [{ help: /remove the doubled braces/, replace: "{{order}}", by: () => "order" }],
  },
  {
    // The tag may be a parameter's value.
    rule: "hash-tag",
    broken: 'distributed_lock A { provider: redis_cluster lock_key: "order:{{{order_id}}}" }',
    at: '"order:{{{order_id}}}"',
    says: "braces in a key are a hash tag to a Redis Cluster: all keys with `{<order_id>}` are on one node",
    kept: [],
    repairs: [{ help: /remove the doubled braces/, replace: "{{{order_id}}}", by: () => "{order_id}" }],
  },
  {
    rule: "retention-twice",
    broken:
      'message_queue A { provider: kafka topic: t partitions: 6 retention: { size: "10gb" size_per_partition: "10gb" } }',
    at: '"10gb"',
    says: "6 partitions of 10 GiB are 60 GiB, but `size` says 10 GiB",
    kept: [
      'message_queue A { provider: kafka topic: t partitions: 6 retention: { size: "60gb" size_per_partition: "10gb" } }',
      'message_queue A { provider: kafka topic: t partitions: 6 retention: { size: "10gb" } }',
    ],
    repairs: [{ help: /keep one of `(size)` and/, replace: ' size_per_partition: "10gb"', by: () => "" }],
  },
  {
    rule: "sharding-fixed",
    broken: 'distributed_cache A { provider: "redis_cluster" sharding: { strategy: consistent_hashing } }',
    at: "consistent_hashing",
    says: "a Redis Cluster always spreads keys over its 16384 hash slots: `consistent_hashing` has no effect",
    kept: [
      "distributed_cache A { provider: redis_cluster sharding: { strategy: hash_slots } }",
      "distributed_cache A { provider: redis_cluster }",
    ],
    repairs: [
      { help: /choose `(provider: "redis")`/, replace: 'provider: "redis_cluster"', by: (field = "") => field },
      { help: /or remove `(sharding)`/, replace: " sharding: { strategy: consistent_hashing }", by: () => "" },
    ],
  },
  {
    rule: "pivot-outside",
    broken: `fault_tolerance A {}
fault_tolerance B {}
distributed_transaction T { participants: [A] compensation: { A: "undo" } pivot: B }`,
    at: "B",
    says: "pivot `B` is no participant",
    kept: [
      `fault_tolerance A {}
distributed_transaction T { participants: [A] pivot: A }`,
    ],
    repairs: [{ help: /choose one of the participants, `(A)`/, replace: "pivot: B", by: (name) => `pivot: ${name}` }],
  },
];
