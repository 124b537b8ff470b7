import { block } from "../fields/block.ts";
import { boolean, duration, integer, object, oneOf, size, string, type Infer } from "../fields/field.ts";

const name = { pattern: "[A-Za-z0-9._-]+", expected: "letters, digits, `.`, `_`, `-`" };

export const messageQueue = block(
  "message_queue",
  "Carries messages between components that do not wait for each other.",
  {
    provider: oneOf({
      kafka: "Apache Kafka.",
      rabbitmq: "RabbitMQ.",
      pulsar: "Apache Pulsar.",
      nats: "NATS JetStream.",
      redis_streams: "Redis Streams.",
    })
      .open()
      .doc("What carries the messages."),
    topic: string(name).doc("The topic's or queue's name."),
    partitions: integer({ min: 1 })
      .default(1)
      .doc("How many partitions the topic has; messages are in order within one."),
    replication_factor: integer({ min: 1 }).default(1).doc("Copies of each partition, the first included."),
    min_insync_replicas: integer({ min: 1 })
      .optional()
      .doc('Copies that must have a message before `acks: "all"` is given.'),
    unclean_leader_election: boolean()
      .optional()
      .doc("`true` lets a copy that is not in sync take over when no other is left."),
    ordered: boolean().optional().doc("Whether messages of one key must be handled in their order.").fact(),
    retention: object({
      time: duration({ min: 1000 }).optional().doc("Messages are kept for so long."),
      size: size({ min: 1 }).optional().doc("The topic keeps so much, all partitions together."),
      size_per_partition: size({ min: 1 }).optional().doc("Each partition keeps so much."),
    })
      .optional()
      .doc("How long messages are kept."),
    producer: object({
      acks: oneOf({
        all: "When all in-sync copies have the message.",
        leader: "When the partition's leader has it.",
        none: "Never waited for.",
      })
        .alias({ "-1": "all", "1": "leader", "0": "none" })
        .default("all")
        .doc("When a message counts as sent."),
      retries: integer({ min: 0 }).optional().doc("How often sending is tried again; the first time is not counted."),
      batch_size: size({ min: 0 }).optional().doc("Messages to one partition are sent together up to so much."),
      linger: duration({ min: 0 }).optional().doc("How long a batch waits for more messages."),
    })
      .optional()
      .doc("How messages are sent."),
    consumer: object({
      group_id: string({ pattern: "[\\s\\S]*\\S[\\s\\S]*", expected: "a name" })
        .optional()
        .doc("Consumers of one group share the messages."),
      auto_offset_reset: oneOf({
        earliest: "With the oldest message.",
        latest: "With the next message.",
        none: "Not at all: it is an error.",
      })
        .optional()
        .doc("Where a group without a position begins."),
      enable_auto_commit: boolean().optional().doc("`false` leaves it to the handler to say that a message is done."),
      max_poll_records: integer({ min: 1 }).optional().doc("How many messages a handler gets at once."),
      max_poll_interval: duration({ min: 1000 })
        .optional()
        .doc("How long a handler may take for what it got at once, before its messages are given to another."),
      handling: duration().optional().doc("How long a handler takes for one message, at the longest.").fact(),
    })
      .optional()
      .doc("How messages are received."),
    dead_letter_queue: object({
      enabled: boolean().default(true).doc("`false` drops what cannot be handled."),
      topic: string(name).optional().doc("Where it goes; without it the topic's name and `_dlq`."),
      max_retries: integer({ min: 0 }).default(3).doc("How often a message is handled again before it goes there."),
    })
      .optional()
      .doc("Sets aside messages that cannot be handled."),
  },
  {
    example: `message_queue OrderQueue {
  provider: "kafka"
  topic: "order_events"
  partitions: 6
  replication_factor: 3
  min_insync_replicas: 2
  retention: { time: "7d" }
  consumer: { group_id: "order_processor", enable_auto_commit: false }
  dead_letter_queue: { max_retries: 3 }
}
`,
  },
);

export type MessageQueue = Infer<typeof messageQueue>;
