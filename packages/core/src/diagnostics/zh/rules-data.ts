import type { dataProblems } from "../catalogue/rules-data.ts";
import type { Translation } from "../translation.ts";

export const data: Translation<typeof dataProblems> = {
  "stale-quorum-read": {
    message:
      "读询问 {nodes} 个节点中的 {reads} 个，写到达 {writes} 个：读可能错过最近一次写，因为 {reads} + {writes} 不大于 {nodes}",
    help: "把 `read_quorum` 提高到 {moreReads}，或者把 `write_quorum` 提高到 {moreWrites}，或者写 `data_replication: { consistency_level: eventual }`",
  },
  "quorums-disjoint": {
    message: "两次写可能各自到达 {nodes} 个节点中的 {writes} 个而没有共同的节点：两次都被确认，其中一次会丢失",
    help: "把 `write_quorum` 提高到 {majority} 或更多",
  },
  "quorum-above-nodes": {
    message: "`{name}` 是 {quorum}，但只有 {nodes} 个节点：永远达不到",
    help: "把 `{name}` 降到 {nodes} 或更少，或者把 `nodes` 提高到 {quorum}",
  },
  "even-nodes": {
    message: "{nodes} 个节点能承受 {survived} 个节点失效，{fewer} 个节点也一样",
    help: "把 `nodes` 降到 {fewer}，或者提高到 {more}",
  },
  "quorum-size": {
    message: "`min_quorum_size` 是 {size}，但 {nodes} 个节点中由 {quorum} 个决定",
    help: "写 `min_quorum_size: {quorum}`",
  },
  "minority-of-none": {
    message: "{nodes} 个节点中没有可以被隔开的少数：每个节点都是多数所必需的",
    help: "把 `nodes` 提高到 3 或更多，或者写 `tolerance: none`",
  },
  "split-brain": {
    message: "`tolerance: any` 让彼此不通的各部分继续工作，而 `{promise}` 不允许这样",
    help: "写 `tolerance: minority`",
  },
  "election-below-heartbeats": {
    message:
      "{election} 后就放弃领导者，这只是 {beats} 次 {heartbeat} 的心跳：至少需要 5 次，否则丢失一条消息就会引起选举",
    help: {
      either: '把 `election_timeout` 提高到 "{longer}"，或者把 `heartbeat_interval` 降到 "{shorter}"',
      raise: '把 `election_timeout` 提高到 "{longer}"',
    },
  },
  "election-below-delay": {
    message: "一条消息及其应答可能需要 {roundTrip}，而 {election} 后就放弃领导者：少于 10 次往返时，网络慢就会引起选举",
    help: '把 `election_timeout` 提高到 "{needed}" 或更长',
  },
  "factor-ignored": {
    message: "`type: {type}` 时 {nodes} 个节点各有一份副本：`factor: {factor}` 不起作用",
    help: "写 `factor: {nodes}`，或者去掉它",
  },
  "sync-mode-ignored": {
    message: "`type: {type}` 时写等待多数：`sync_mode: {mode}` 不起作用",
    help: "写 `sync_mode: quorum`，或者去掉它",
  },
  "acked-write-lost": {
    message:
      "{nodes} 个节点中有 {copies} 个收到写就确认，其余 {others} 个可以在没有它们的情况下选出新的主节点：这次写会丢失",
    help: "写 `sync_mode: quorum`，或者把 `nodes` 降到 {most}",
  },
  "stale-reads": {
    message: "`reads: {reads}` 从可能落后的副本应答，而 `consistency_level: linearizable` 不允许这样",
    help: "写 `reads: read_index`",
  },
  "lease-too-long": {
    message:
      "{lease} 的租约加上 {drift} 的时钟漂移达到了 {election} 的选举超时：旧的领导者可能在新的领导者接受写时继续应答",
    help: {
      either: "把 `lease_duration` 降到 {longest} 以下，或者把 `election_timeout` 提高到 {needed} 以上",
      raise: "把 `election_timeout` 提高到 {needed} 以上",
    },
  },
  "lag-in-partition": {
    message: "被隔开的节点会无限落后：在场景 `network_partition` 中 `max_replication_lag` {lag} 无法成立",
    help: "从场景中去掉 `network_partition`，或者去掉 `max_replication_lag`",
  },
  "lag-below-delay": {
    message: "一条消息可能需要 {delay}，所以没有副本能总比这更近：`max_replication_lag` 是 {lag}",
    help: '把 `max_replication_lag` 提高到 "{longer}"，或者把 `max_network_delay` 降到 "{shorter}"',
  },
  "votes-not-kept": {
    message: "`type: {type}` 的节点投过的票会随容器丢失：重新启动后它可能再投一次，从而选出两个领导者",
    help: '加上 `volumes: ["{volume}:/data"]`',
  },
  "weaker-mode": {
    message: "`{mode}` 是 `{consistency}`，而 `verify_consistency {name}` 要求在每种模式下都满足 `{property}`",
    help: "写 `consistency: {level}`，或者从性质中去掉 `{property}`",
  },
  "hollow-acks": {
    message:
      '`acks: "all"` 等待处于同步状态的副本，而有一个就够了：{copies} 份副本中可能只有领导者的那份有已确认的消息',
    help: {
      least: "写 `min_insync_replicas: 2`",
      copies: "把 `replication_factor` 提高到 3，并写 `min_insync_replicas: 2`",
    },
  },
  "insync-all-copies": {
    message: "{copies} 份副本都收到消息才确认：有一个代理停机时，什么也发不出去",
    help: {
      either: "把 `min_insync_replicas` 降到 {fewer}，或者把 `replication_factor` 提高到 {more}",
      raise: "把 `replication_factor` 提高到 {more}",
    },
  },
  "insync-above-copies": {
    message: "{least} 份副本收到消息才确认，而只有 {copies} 份：什么也发不出去",
    help: "把 `replication_factor` 提高到 {least} 或更多，或者把 `min_insync_replicas` 降到 {copies} 或更少",
  },
  "unclean-election": {
    message: '`unclean_leader_election` 让缺少消息的副本接管，而 `acks: "all"` 承诺过这些消息会保留',
    help: "设置 `unclean_leader_election: false`",
  },
  "redis-cluster-too-small": {
    message:
      "Redis Cluster 需要 3 个主节点，且所有副本各在自己的节点上：`factor: {factor}` 需要 {needed} 个节点，而只有 {nodes} 个",
    help: {
      either: "增加节点，直到有 {needed} 个，或者把 `factor` 降到 {fits}",
      nodes: "增加节点，直到有 {needed} 个",
    },
  },
  "lock-lost-in-failover": {
    message: "`{provider}` 在给出锁之后才复制它：故障切换可能忘记这把锁，于是第二个持有者也会得到它",
    help: "如果被锁的东西能拒绝旧的持有者，就设置 `fencing: true`，或者选用 `etcd`、`consul` 或 `zookeeper`",
  },
  "compensation-of-nobody": {
    message: "`{name}` 有补偿操作，但不参与这个事务",
    help: "把 `{name}` 加入 `participants`，或者去掉它的补偿操作",
  },
  "compensation-missing": {
    message: "没有任何操作能撤销 `{name}` 的步骤",
    help: "把 `{name}` 加入 `compensation`，或者用 `pivot` 写明从谁的步骤起不再撤销",
  },
  "compensation-overtakes": {
    message: "超时的步骤可能在它的补偿之后才执行：那样它就再也不会被撤销",
    help: "当每个参与者都会拒绝它已撤销的步骤时，设置 `tombstones: true`",
  },
  "saga-stuck": {
    message: "补偿操作若全部尝试（{attempts}）都失败，事务就会停在撤销了一半的状态",
    help: "写 `compensation_retry: until_done`",
  },
  "dead-letters-reorder": {
    message: "重试 {retries} 次后消息被搁置，而它后面的消息会被处理：同一个键的消息就不再有序",
    help: "去掉 `dead_letter_queue`，或者在同一个键的消息可以互相超越时设置 `ordered: false`",
  },
  "stale-fallback": {
    message: "缓存的应答可能已有 {ttl}，而 `max_staleness` 是 {most}",
    help: { shorter: '把 `cache_ttl` 降到 "{shorter}"', none: "选用别的 `strategy`：缓存的应答都不是新的" },
  },
  "semi-sync-gives-up": {
    message: "`sync_mode: {mode}` 与 `on_missing_copy: acknowledge` 一起会确认没有副本的写：故障切换会丢失它们",
    help: "写 `on_missing_copy: wait`",
  },
  "implied-property": {
    message: "`eventual_consistency` 可由 `{stronger}` 推出",
    help: "去掉 `eventual_consistency`",
  },
  "incompatible-pair": {
    message: "Axon 无法从 Kafka 重建聚合，因为 Kafka 不把一个聚合的事件放在一起",
    help: "选用 `event_store: axon_server` 或 `event_store: jpa`，并用 `message_queue` 分发事件",
  },
};
