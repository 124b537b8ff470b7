import type { RuleCase } from "../rule-case.ts";

const nodes = (count: number): string =>
  `nodes: [${Array.from({ length: count }, (_, index) => `"r${index + 1}:6379"`).join(", ")}]`;
const cache = (fields: string): string => `distributed_cache Cache { provider: redis_cluster, ${fields} }`;
const lock = (fields: string): string => `distributed_lock Lock { lock_key: "order", ${fields} }`;

export const lockAndCacheCases: readonly RuleCase[] = [
  {
    // What redis-cli refuses to create.
    rule: "redis-cluster-too-small",
    broken: cache(`${nodes(3)}, replication: { factor: 2 }`),
    at: nodes(3).slice("nodes: ".length),
    says: "a Redis Cluster needs 3 masters with all their copies on nodes of their own: 6 nodes for `factor: 2`, and there are 3",
    kept: [
      cache(`${nodes(6)}, replication: { factor: 2 }`),
      cache(nodes(3)),
      cache("replication: { factor: 2 }"),
      `distributed_cache Cache { provider: redis, ${nodes(3)}, replication: { factor: 2 } }`,
    ],
    repairs: [
      {
        help: /add nodes until there are (\d+)/,
        replace: nodes(3),
        by: (count) => nodes(Number(count)),
        short: (count) => nodes(Number(count) - 1),
      },
      { help: /lower `factor` to (\d+)/, replace: "factor: 2", by: (factor) => `factor: ${factor}` },
    ],
  },
  {
    rule: "redis-cluster-too-small",
    broken: cache(nodes(2)),
    at: nodes(2).slice("nodes: ".length),
    says: "a Redis Cluster needs 3 masters with all their copies on nodes of their own: 3 nodes for `factor: 1`, and there are 2",
    kept: [cache(nodes(3))],
    repairs: [{ help: /^add nodes until there are (\d+)$/, replace: nodes(2), by: (count) => nodes(Number(count)) }],
  },
  {
    rule: "lock-lost-in-failover",
    broken: lock("provider: redis"),
    at: "redis",
    says: "`redis` copies a lock after it was given: a failover may forget it, and a second holder gets it",
    kept: [lock("provider: redis, fencing: true"), lock("provider: etcd")],
    repairs: [
      { help: /set `(fencing: true)`/, replace: "provider", by: (field) => `${field}, provider` },
      { help: /choose `(\w+)`/, replace: "redis", by: (provider = "") => provider },
      { help: /or `(\w+)`$/, replace: "redis", by: (provider = "") => provider },
    ],
  },
];
