import type { RuleCase } from "../rule-case.ts";

const queue = (fields: string): string => `message_queue Orders { provider: kafka, topic: orders, ${fields} }`;

export const queueCases: readonly RuleCase[] = [
  {
    rule: "hollow-acks",
    broken: queue('replication_factor: 3, producer: { acks: "all" }'),
    at: '"all"',
    says: '`acks: "all"` waits for the copies that are in sync, and one is enough: of 3 copies only the leader\'s may have an acknowledged message',
    kept: [
      queue('replication_factor: 3, min_insync_replicas: 2, producer: { acks: "all" }'),
      queue('replication_factor: 3, producer: { acks: "leader" }'),
      queue('replication_factor: 1, producer: { acks: "all" }'),
      'message_queue Orders { provider: nats, topic: orders, replication_factor: 3, producer: { acks: "all" } }',
    ],
    repairs: [
      {
        help: /write `(min_insync_replicas: 2)`/,
        replace: "producer",
        by: (field) => `${field}, producer`,
        short: () => "min_insync_replicas: 1, producer",
      },
    ],
  },
  {
    rule: "hollow-acks",
    broken: queue('replication_factor: 2, min_insync_replicas: 1, producer: { acks: "all" }'),
    at: "1",
    says: '`acks: "all"` waits for the copies that are in sync, and one is enough: of 2 copies only the leader\'s may have an acknowledged message',
    kept: [queue('replication_factor: 2, min_insync_replicas: 2, producer: { acks: "all" }')],
    repairs: [
      {
        help: /raise `replication_factor` to (\d+) and write `(min_insync_replicas: \d+)`/,
        replace: "replication_factor: 2, min_insync_replicas: 1",
        by: (copies, field) => `replication_factor: ${copies}, ${field}`,
      },
    ],
  },
  {
    rule: "insync-all-copies",
    broken: queue("replication_factor: 3, min_insync_replicas: 3"),
    at: "3",
    says: "each of the 3 copies must have a message before it is acknowledged: while one broker is down, nothing can be sent",
    kept: [
      queue("replication_factor: 3, min_insync_replicas: 2"),
      queue("replication_factor: 3, min_insync_replicas: 3, producer: { acks: leader }"),
      queue("replication_factor: 1, min_insync_replicas: 1"),
    ],
    repairs: [
      {
        help: /lower `min_insync_replicas` to (\d+)/,
        replace: "min_insync_replicas: 3",
        by: (count) => `min_insync_replicas: ${count}`,
      },
      {
        help: /raise `replication_factor` to (\d+)/,
        replace: "replication_factor: 3",
        by: (count) => `replication_factor: ${count}`,
      },
    ],
  },
  {
    rule: "insync-all-copies",
    broken: queue("replication_factor: 2, min_insync_replicas: 2"),
    at: "2",
    says: "each of the 2 copies must have a message before it is acknowledged: while one broker is down, nothing can be sent",
    kept: [queue("replication_factor: 2, min_insync_replicas: 1")],
    repairs: [
      {
        help: /^raise `replication_factor` to (\d+)$/,
        replace: "replication_factor: 2",
        by: (count) => `replication_factor: ${count}`,
      },
    ],
  },
  {
    rule: "insync-above-copies",
    broken: queue("replication_factor: 2, min_insync_replicas: 3"),
    at: "3",
    says: "3 copies must have a message before it is acknowledged, and there are 2: nothing can be sent",
    kept: [
      queue("replication_factor: 3, min_insync_replicas: 3"),
      queue("replication_factor: 2, min_insync_replicas: 3, producer: { acks: none }"),
    ],
    repairs: [
      { help: /raise `replication_factor` to (\d+)/, replace: "2", by: (count = "") => count },
      { help: /lower `min_insync_replicas` to (\d+)/, replace: "3", by: (count = "") => count },
    ],
  },
  {
    rule: "unclean-election",
    broken: queue("min_insync_replicas: 1, unclean_leader_election: true, producer: { acks: all }"),
    at: "true",
    says: '`unclean_leader_election` lets a copy take over that misses messages, and `acks: "all"` has promised that they are kept',
    kept: [
      queue("unclean_leader_election: false, producer: { acks: all }"),
      queue("unclean_leader_election: true, producer: { acks: leader }"),
      queue("producer: { acks: all }"),
    ],
    repairs: [
      {
        help: /set `(unclean_leader_election: false)`/,
        replace: "unclean_leader_election: true",
        by: (field = "") => field,
      },
    ],
  },
  {
    rule: "dead-letters-reorder",
    broken: queue("ordered: true, dead_letter_queue: { max_retries: 3 }"),
    at: "dead_letter_queue",
    says: "after 3 retries a message is set aside and those behind it are handled: the messages of its key are no longer in order",
    kept: [
      queue("ordered: false, dead_letter_queue: { max_retries: 3 }"),
      queue("ordered: true, dead_letter_queue: { enabled: false }"),
      queue("ordered: true"),
    ],
    undecided: {
      model: queue("dead_letter_queue: { max_retries: 3 }"),
      says: "`dead-letters-reorder` was not decided: it holds if `ordered` = `false`",
    },
    repairs: [
      { help: /remove `dead_letter_queue`/, replace: ", dead_letter_queue: { max_retries: 3 }", by: () => "" },
      { help: /set `(ordered: false)`/, replace: "ordered: true", by: (field = "") => field },
    ],
  },
  {
    rule: "incompatible-pair",
    broken: "event_driven_pattern Shop { event_store: kafka, saga_coordinator: axon }",
    at: "kafka",
    says: "Axon cannot rebuild aggregates from Kafka, which keeps no events of one aggregate together",
    kept: [
      "event_driven_pattern Shop { event_store: axon_server, saga_coordinator: axon }",
      "event_driven_pattern Shop { event_store: kafka, saga_coordinator: temporal }",
      "event_driven_pattern Shop { event_store: kafka }",
    ],
    repairs: [
      { help: /choose `(event_store: axon_server)`/, replace: "event_store: kafka", by: (field = "") => field },
      { help: /or `(event_store: jpa)`/, replace: "event_store: kafka", by: (field = "") => field },
    ],
  },
];
