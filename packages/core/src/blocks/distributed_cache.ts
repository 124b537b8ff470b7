import { block } from "../fields/block.ts";
import { boolean, duration, integer, list, object, oneOf, rate, size, type Infer } from "../fields/field.ts";
import { endpoint } from "./parts/endpoint.ts";

export const distributedCache = block(
  "distributed_cache",
  "Keeps a component's data near in memory, on several nodes.",
  {
    provider: oneOf({
      redis: "Single Redis servers.",
      redis_cluster: "A Redis Cluster.",
      memcached: "Memcached.",
      hazelcast: "Hazelcast.",
      caffeine: "A cache inside each Java process.",
    })
      .open()
      .doc("What keeps the data."),
    nodes: list(endpoint, { min: 1 }).optional().doc('Where the cache listens, `"redis-1:6379"`.'),
    sharding: object({
      strategy: oneOf({
        consistent_hashing: "A ring of virtual nodes; few keys move when a node comes or goes.",
        hash_slots: "A fixed number of slots, as in Redis Cluster.",
        modulo: "The key's hash modulo the number of nodes.",
        range: "Ranges of keys.",
      })
        .alias({ consistent_hash: "consistent_hashing", slots: "hash_slots" })
        .optional()
        .doc("How a key finds its node; a Redis Cluster always has hash slots."),
      virtual_nodes: integer({ min: 1 }).optional().doc("Points of each node on the ring."),
    })
      .optional()
      .doc("How keys are spread over the nodes."),
    replication: object({
      factor: integer({ min: 1 })
        .optional()
        .doc("Copies of each key, the first included; a Redis Cluster needs 3 nodes for each."),
      sync_mode: oneOf({
        sync: "A write waits for the copies.",
        semi_sync: "A write waits for one copy.",
        async: "A write waits for no copy.",
      })
        .default("async")
        .doc("Which copies a write waits for."),
    })
      .optional()
      .doc("How keys are copied."),
    load: rate().optional().doc("How many questions come.").fact(),
    source_capacity: rate().optional().doc("How many questions what is behind the cache can answer.").fact(),
    coalesce: boolean()
      .optional()
      .doc("Whether questions for one key that is not there go to what is behind the cache as one."),
    eviction: object({
      policy: oneOf({
        lru: "The key that was used longest ago.",
        lfu: "The key that is used least often.",
        ttl: "The key that expires next, of those that expire.",
        random: "Any key.",
        none: "No key: writes are refused when memory is full.",
      })
        .alias({
          "allkeys-lru": "lru",
          "allkeys-lfu": "lfu",
          "volatile-ttl": "ttl",
          "allkeys-random": "random",
          noeviction: "none",
        })
        .default("lru")
        .doc("Which key goes when there is no room."),
      max_memory: size({ min: 1 }).optional().doc("The memory of each node."),
      max_keys: integer({ min: 1 }).optional().doc("How many keys there are at most."),
    })
      .optional()
      .doc("What happens when the cache is full."),
    persistence: object({
      enabled: boolean().default(true).doc("`false` keeps nothing on disk."),
      rdb_interval: duration({ min: 1_000_000 }).optional().doc("The time between two snapshots."),
      aof_enabled: boolean().default(false).doc("Whether every write is appended to a file."),
    })
      .optional()
      .doc("What survives a restart."),
  },
  {
    example: `distributed_cache UserCache {
  provider: "redis"
  nodes: ["redis-1:6379", "redis-2:6379"]
  eviction: { policy: "lru", max_memory: "2gb" }
  persistence: { rdb_interval: "1h" }
}
`,
  },
);

export type DistributedCache = Infer<typeof distributedCache>;
