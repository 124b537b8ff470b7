import { block } from "../fields/block.ts";
import { boolean, duration, integer, object, oneOf, type Infer } from "../fields/field.ts";
import { consistencyLevel } from "./parts/consistency-level.ts";

const snapshotInterval = object(
  {
    entries: integer({ min: 1, quoted: true }).optional().doc("After so many log entries."),
    every: duration({ min: 1_000_000 }).optional().doc("After so long."),
  },
  { shorthand: ["entries", "every"] },
);

const retentionPolicy = object(
  {
    revisions: integer({ min: 1 }).optional().doc('The last so many revisions, `"keep_last_1000"`.'),
    period: duration({ min: 1_000_000 }).optional().doc('The revisions of the last so long, `"keep_1h"`.'),
  },
  {
    text: "^keep_(?:last_(?<revisions>\\d+)|(?<period>\\d.*))$",
    expected: '`"keep_last_<n>"` or `"keep_<duration>"`',
  },
);

export const consistency = block(
  "consistency",
  "Keeps copies of a component's data in agreement.",
  {
    type: oneOf({
      raft: "A leader replicates a log to all voters and commits on a majority.",
      paxos: "Proposers win a majority of acceptors for each decision.",
      primary_backup: "One primary copies its writes to backups.",
      quorum: "Reads and writes each reach enough nodes to overlap.",
      gossip: "Nodes tell each other what they know until all know it.",
    })
      .alias({ multi_paxos: "paxos", primary_replica: "primary_backup" })
      .doc("The protocol."),
    nodes: integer({ min: 1 }).optional().doc("How many nodes vote."),
    election_timeout: duration({ min: 1000 })
      .optional()
      .doc("How long a follower waits for a leader before it stands for election."),
    heartbeat_interval: duration({ min: 1000 }).optional().doc("The time between two heartbeats of the leader."),
    read_quorum: integer({ min: 1 }).optional().doc("How many nodes a read asks; without it a majority."),
    write_quorum: integer({ min: 1 })
      .optional()
      .doc("How many nodes have a write before it is acknowledged; without it a majority."),
    reads: oneOf({
      leader: "The leader answers from its own copy.",
      read_index: "The leader first asks a majority whether it still leads.",
      lease: "The leader answers alone while its lease lasts.",
      follower: "Any node answers from its own copy.",
    })
      .optional()
      .doc("Who answers a read, and how it knows that it may."),
    lease_duration: duration({ min: 1000 }).optional().doc("How long a lease lasts by the leader's clock."),
    clock_drift: duration().optional().doc("How far two nodes' clocks may drift apart while a lease lasts.").fact(),
    snapshot_interval: snapshotInterval
      .optional()
      .doc("When the log is replaced by a snapshot; a bare number counts log entries."),
    log_compaction: object({
      enabled: boolean().default(true).doc("`false` keeps the whole log."),
      retention_policy: retentionPolicy.optional().doc("What of the history is kept."),
    })
      .optional()
      .doc("Drops old parts of the log."),
    network_partition: object({
      tolerance: oneOf({
        none: "Every partition stops the component.",
        minority: "A majority goes on without a minority that is cut off.",
        any: "Every part goes on by itself and they are reconciled later.",
      })
        .default("minority")
        .doc("What the component survives; the verifier checks it against `nodes`, it configures nothing.")
        .fact(),
      auto_recovery: boolean()
        .default(true)
        .doc("Whether nodes that were cut off rejoin by themselves; an assertion too.")
        .fact(),
    })
      .optional()
      .doc("What is expected when the network splits."),
    data_replication: object({
      factor: integer({ min: 1 }).optional().doc("How many copies there are; raft replicates to all voters."),
      sync_mode: oneOf({
        sync: "A write waits for every copy.",
        semi_sync: "A write waits for one copy.",
        async: "A write waits for no copy.",
        quorum: "A write waits for a majority.",
      })
        .optional()
        .doc("Which copies a write waits for."),
      on_missing_copy: oneOf({
        wait: "The write waits on.",
        acknowledge: "After a time the write is acknowledged without it, as MySQL does.",
      })
        .optional()
        .doc("What happens when the copy that a write waits for does not answer."),
      consistency_level: consistencyLevel.optional().doc("How far readers may be behind."),
    })
      .optional()
      .doc("How data is copied."),
  },
  {
    example: `consistency UserDB {
  type: "raft"
  nodes: 5
  election_timeout: "1s"
  heartbeat_interval: "100ms"
  snapshot_interval: 10000
  data_replication: { consistency_level: "linearizable" }
}
`,
  },
);

export type Consistency = Infer<typeof consistency>;
