import { block } from "../fields/block.ts";
import { boolean, duration, object, oneOf, type Infer } from "../fields/field.ts";
import { pauseFields } from "./fault_tolerance.ts";
import { template } from "./parts/template.ts";

export const distributedLock = block(
  "distributed_lock",
  "Lets one holder at a time work on something.",
  {
    provider: oneOf({
      redis: "A key with a lifetime in Redis.",
      redis_cluster: "A key with a lifetime in a Redis Cluster.",
      etcd: "A lease in etcd.",
      consul: "A session in Consul.",
      zookeeper: "An ephemeral node in ZooKeeper.",
      database: "A row in a database.",
    })
      .open()
      .doc("What keeps the lock."),
    lock_key: template.doc("The lock's name; `{name}` is a parameter of the locked method, `{{` and `}}` are braces."),
    ttl: duration({ min: 1000 }).default("30s").doc("The lock is free again after so long without renewal."),
    retry: object({ ...pauseFields, backoff: pauseFields.backoff.default("fixed") }, { shorthand: ["max_attempts"] })
      .optional()
      .doc("How often the lock is tried for; without it once."),
    fencing: boolean()
      .optional()
      .doc("Whether each holder gets a higher number, and what is locked refuses a lower one than it has seen."),
    auto_renewal: object({
      enabled: boolean().default(true).doc("`false` never renews."),
      interval: duration({ min: 1000 }).optional().doc("The time between two renewals; without it a third of `ttl`."),
    })
      .optional()
      .doc("Renews the lock while its holder works."),
    deadlock_detection: object({
      enabled: boolean().default(true).doc("`false` allows a holder to renew for ever."),
      timeout: duration({ min: 1000 })
        .default("60s")
        .doc("The longest time that one holder keeps the lock, renewals included."),
    })
      .optional()
      .doc("Limits how long a lock is held in all."),
    hold: duration().optional().doc("How long a holder works, at the longest.").fact(),
    max_pause: duration()
      .optional()
      .doc("How long a holder may stand still or be cut off, at the longest, without noticing it.")
      .fact(),
  },
  {
    example: `distributed_lock OrderLock {
  provider: "redis"
  lock_key: "order:{order_id}"
  ttl: "30s"
  retry: { max_attempts: 3, delay: "100ms" }
  auto_renewal: { interval: "10s" }
}
`,
  },
);

export type DistributedLock = Infer<typeof distributedLock>;
