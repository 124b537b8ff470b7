import type { RuleCase } from "../rule-case.ts";

const keep = (fields: string): string => `consistency Db { ${fields} }`;
const copies = (type: string, fields: string): string => keep(`${type}, data_replication: { ${fields} }`);
const verify = (fields: string): string => `verify_consistency Db { ${fields} }`;

export const replicationCases: readonly RuleCase[] = [
  {
    rule: "factor-ignored",
    broken: copies("type: raft, nodes: 5", "factor: 3"),
    at: "3",
    says: "with `type: raft` each of the 5 nodes has a copy: `factor: 3` has no effect",
    kept: [
      copies("type: raft, nodes: 5", "factor: 5"),
      copies("type: raft", "factor: 3"),
      copies("type: quorum, nodes: 5", "factor: 3"),
    ],
    repairs: [
      { help: /write `(factor: \d+)`/, replace: "factor: 3", by: (field = "") => field },
      { help: /or remove it$/, replace: "factor: 3", by: () => "" },
    ],
  },
  {
    rule: "sync-mode-ignored",
    broken: copies("type: raft, nodes: 3", "sync_mode: semi_sync"),
    at: "semi_sync",
    says: "with `type: raft` a write waits for a majority: `sync_mode: semi_sync` has no effect",
    kept: [
      copies("type: raft, nodes: 3", "sync_mode: quorum"),
      copies("type: raft, nodes: 3", "consistency_level: strong"),
      copies("type: primary_backup, nodes: 3", "sync_mode: semi_sync"),
    ],
    repairs: [
      { help: /write `(sync_mode: quorum)`/, replace: "sync_mode: semi_sync", by: (field = "") => field },
      { help: /or remove it$/, replace: "sync_mode: semi_sync", by: () => "" },
    ],
  },
  {
    rule: "acked-write-lost",
    broken: copies(
      "type: primary_backup, nodes: 5",
      "sync_mode: semi_sync, on_missing_copy: wait, consistency_level: strong",
    ),
    at: "semi_sync",
    says: "a write is acknowledged once 2 of 5 nodes have it, and the other 3 can choose a new primary without them: the write is lost",
    kept: [
      copies("type: primary_backup, nodes: 4", "sync_mode: semi_sync, consistency_level: strong"),
      copies("type: primary_backup, nodes: 5", "sync_mode: semi_sync, consistency_level: eventual"),
      copies("type: primary_backup, nodes: 5", "sync_mode: sync, consistency_level: strong"),
      copies("type: primary_backup, nodes: 5", "consistency_level: strong"),
    ],
    undecided: {
      model: copies("type: primary_backup", "sync_mode: semi_sync, consistency_level: strong"),
      says: "`acked-write-lost` was not decided: it holds if `nodes` <= 4",
    },
    repairs: [
      { help: /write `(sync_mode: quorum)`/, replace: "sync_mode: semi_sync", by: (field = "") => field },
      {
        help: /lower `nodes` to (\d+)/,
        replace: "nodes: 5",
        by: (count) => `nodes: ${count}`,
        short: (count) => `nodes:  ${Number(count) + 1}`,
      },
    ],
  },
  {
    rule: "acked-write-lost",
    broken: copies("type: primary_backup, nodes: 3", "sync_mode: async, consistency_level: strong"),
    at: "async",
    says: "a write is acknowledged once 1 of 3 nodes have it, and the other 2 can choose a new primary without them: the write is lost",
    kept: [copies("type: primary_backup, nodes: 2", "sync_mode: async, consistency_level: strong")],
    repairs: [{ help: /lower `nodes` to (\d+)/, replace: "nodes: 3", by: (count) => `nodes: ${count}` }],
  },
  {
    rule: "stale-reads",
    broken: copies("type: raft, nodes: 3, reads: leader", "consistency_level: strong"),
    at: "leader",
    says: "`reads: leader` answers from a copy that may be behind, and `consistency_level: linearizable` excludes that",
    kept: [
      copies("type: raft, nodes: 3, reads: read_index", "consistency_level: strong"),
      copies("type: raft, nodes: 3, reads: lease", "consistency_level: strong"),
      copies("type: raft, nodes: 3, reads: leader", "consistency_level: sequential"),
    ],
    undecided: {
      model: copies("type: raft, nodes: 3", "consistency_level: strong"),
      says: "`stale-reads` was not decided: it holds if `reads` = `read_index`",
    },
    repairs: [{ help: /write `(reads: read_index)`/, replace: "reads: leader", by: (field = "") => field }],
  },
  {
    rule: "semi-sync-gives-up",
    broken: copies(
      "type: primary_backup, nodes: 3",
      "sync_mode: semi_sync, consistency_level: strong, on_missing_copy: acknowledge",
    ),
    at: "acknowledge",
    says: "`sync_mode: semi_sync` with `on_missing_copy: acknowledge` acknowledges writes that no copy has: a failover loses them",
    kept: [
      copies(
        "type: primary_backup, nodes: 3",
        "sync_mode: semi_sync, consistency_level: strong, on_missing_copy: wait",
      ),
      copies("type: primary_backup, nodes: 3", "sync_mode: semi_sync, on_missing_copy: acknowledge"),
    ],
    undecided: {
      model: copies("type: primary_backup, nodes: 3", "sync_mode: semi_sync, consistency_level: strong"),
      says: "`semi-sync-gives-up` was not decided: it holds if `on_missing_copy` = `wait`",
    },
    repairs: [
      { help: /write `(on_missing_copy: wait)`/, replace: "on_missing_copy: acknowledge", by: (field = "") => field },
    ],
  },
  {
    rule: "lag-in-partition",
    broken: verify('constraints: { max_replication_lag: "1s" }, scenarios: [node_failure, network_partition]'),
    at: '"1s"',
    says: "nodes that are cut off fall behind without limit: `max_replication_lag` 1 s cannot hold in the scenario `network_partition`",
    kept: [
      verify('constraints: { max_replication_lag: "1s" }, scenarios: [node_failure]'),
      verify("scenarios: [node_failure, network_partition]"),
      `${keep("type: raft, nodes: 3, network_partition: { tolerance: none }")}
       ${verify('constraints: { max_replication_lag: "1s" }, scenarios: [network_partition]')}`,
    ],
    repairs: [
      { help: /remove `(network_partition)` from/, replace: ", network_partition", by: () => "" },
      { help: /remove `max_replication_lag`$/, replace: 'max_replication_lag: "1s"', by: () => "" },
    ],
  },
  {
    rule: "lag-below-delay",
    broken: verify('constraints: { max_replication_lag: "80ms", max_network_delay: "100ms" }'),
    at: '"80ms"',
    says: "a message may take 100 ms, so no copy can always be nearer than that: `max_replication_lag` is 80 ms",
    kept: [
      verify('constraints: { max_replication_lag: "100ms", max_network_delay: "100ms" }'),
      verify('constraints: { max_replication_lag: "80ms" }'),
    ],
    repairs: [
      { help: /raise `max_replication_lag` to (".*"), or/, replace: '"80ms"', by: (time = "") => time },
      { help: /lower `max_network_delay` to (".*")$/, replace: '"100ms"', by: (time = "") => time },
    ],
  },
  {
    rule: "votes-not-kept",
    broken: `${keep("type: raft, nodes: 3")} deploy_docker_compose Db { services: [{ name: "db", image: "db:1" }] }`,
    at: '"db"',
    says: "what a node of `type: raft` has voted for is lost with its container: started again it may vote twice, and two leaders are chosen",
    kept: [
      `${keep("type: raft, nodes: 3")} deploy_docker_compose Db { services: ["db"], volumes: ["votes:/data"] }`,
      `${keep("type: raft, nodes: 3")} deploy_docker_compose Db { services: [{ name: db, volumes: ["votes:/data"] }] }`,
      `${keep("type: gossip, nodes: 3")} deploy_docker_compose Db { services: ["db"] }`,
    ],
    repairs: [{ help: /add `(volumes: .*)`$/, replace: "services:", by: (field) => `${field}, services:` }],
  },
  {
    rule: "weaker-mode",
    broken: `${verify("properties: [linearizability]")} dynamic_consistency Db { normal_mode: strong, failure_mode: "weak" }`,
    at: '"weak"',
    says: "`failure_mode` is `weak`, and `verify_consistency Db` asks for `linearizability` in every mode",
    kept: [
      `${verify("properties: [linearizability]")} dynamic_consistency Db { normal_mode: strong, failure_mode: strong }`,
      `${verify("properties: [sequential_consistency]")} dynamic_consistency Db { failure_mode: sequential }`,
      `${verify("properties: [eventual_consistency]")} dynamic_consistency Db { failure_mode: weak }`,
    ],
    repairs: [
      { help: /write `consistency: (\w+)`/, replace: '"weak"', by: (level = "") => level },
      { help: /remove `(linearizability)`/, replace: "linearizability", by: () => "eventual_consistency" },
    ],
  },
  {
    rule: "implied-property",
    broken: verify("properties: [linearizability, eventual_consistency]"),
    at: "eventual_consistency",
    says: "`eventual_consistency` follows from `linearizability`",
    kept: [
      verify("properties: [linearizability, serializability]"),
      verify("properties: [serializability, eventual_consistency]"),
    ],
    repairs: [{ help: /remove `eventual_consistency`/, replace: ", eventual_consistency", by: () => "" }],
  },
  {
    rule: "stale-fallback",
    broken: 'fault_tolerance A { fallback: { strategy: use_cache, cache_ttl: "5m" }, max_staleness: "1m" }',
    at: '"5m"',
    says: "a cached answer may be 5 m old, `max_staleness` is 1 m",
    kept: [
      'fault_tolerance A { fallback: { strategy: use_cache, cache_ttl: "1m" }, max_staleness: "1m" }',
      'fault_tolerance A { fallback: { strategy: return_empty, cache_ttl: "5m" }, max_staleness: "1m" }',
    ],
    undecided: {
      model: 'fault_tolerance A { fallback: { strategy: use_cache, cache_ttl: "5m" } } verify_fault_tolerance A { }',
      says: "`stale-fallback` was not decided: it holds if `max_staleness` >= 5 m",
    },
    repairs: [{ help: /lower `cache_ttl` to (".*")/, replace: '"5m"', by: (time = "") => time, short: () => '"61s"' }],
  },
  {
    rule: "stale-fallback",
    broken: 'fault_tolerance A { fallback: { strategy: use_cache, cache_ttl: "5m" }, max_staleness: "0s" }',
    at: '"5m"',
    says: "a cached answer may be 5 m old, `max_staleness` is 0 s",
    kept: ['fault_tolerance A { fallback: { strategy: fail }, max_staleness: "0s" }'],
    repairs: [{ help: /choose another `strategy`/, replace: "use_cache", by: () => "fail" }],
  },
];
