import { defineDiagnostics } from "../define.ts";

/** What dpm's own rules find about copies of data, locks, transactions and messages. */
export const dataProblems = defineDiagnostics("core", {
  "stale-quorum-read": {
    severity: "error",
    message:
      "a read asks {reads} of {nodes} nodes and a write reaches {writes}: a read may miss the last write, because {reads} + {writes} is not more than {nodes}",
    help: "raise `read_quorum` to {moreReads} or `write_quorum` to {moreWrites}, or write `data_replication: { consistency_level: eventual }`",
  },
  "quorums-disjoint": {
    severity: "error",
    message:
      "two writes may each reach {writes} of {nodes} nodes and have none in common: both are acknowledged, and one of them is lost",
    help: "raise `write_quorum` to {majority} or more",
  },
  "quorum-above-nodes": {
    severity: "error",
    message: "`{name}` is {quorum}, but there are only {nodes} nodes: it can never be reached",
    help: "lower `{name}` to {nodes} or less, or raise `nodes` to {quorum}",
  },
  "even-nodes": {
    severity: "note",
    message: "{nodes} nodes survive the failure of {survived}, and {fewer} nodes do the same",
    help: "lower `nodes` to {fewer}, or raise it to {more}",
  },
  "quorum-size": {
    severity: "error",
    message: "`min_quorum_size` is {size}, but of {nodes} nodes {quorum} decide",
    help: "write `min_quorum_size: {quorum}`",
  },
  "minority-of-none": {
    severity: "warning",
    message: "of {nodes} nodes no minority can be cut off: each of them is needed for a majority",
    help: "raise `nodes` to 3 or more, or write `tolerance: none`",
  },
  "split-brain": {
    severity: "error",
    message: "`tolerance: any` lets parts go on that cannot reach each other, and `{promise}` excludes that",
    help: "write `tolerance: minority`",
  },
  "election-below-heartbeats": {
    severity: "error",
    message:
      "a leader is given up after {election}, which is {beats} heartbeats of {heartbeat}: 5 are needed, or a single lost message starts an election",
    help: {
      either: 'raise `election_timeout` to "{longer}", or lower `heartbeat_interval` to "{shorter}"',
      raise: 'raise `election_timeout` to "{longer}"',
    },
  },
  "election-below-delay": {
    severity: "warning",
    message:
      "a message and its answer may take {roundTrip}, and a leader is given up after {election}: below 10 round trips a slow network starts elections",
    help: 'raise `election_timeout` to "{needed}" or more',
  },
  "factor-ignored": {
    severity: "warning",
    message: "with `type: {type}` each of the {nodes} nodes has a copy: `factor: {factor}` has no effect",
    help: "write `factor: {nodes}`, or remove it",
  },
  "sync-mode-ignored": {
    severity: "warning",
    message: "with `type: {type}` a write waits for a majority: `sync_mode: {mode}` has no effect",
    help: "write `sync_mode: quorum`, or remove it",
  },
  "acked-write-lost": {
    severity: "error",
    message:
      "a write is acknowledged once {copies} of {nodes} nodes have it, and the other {others} can choose a new primary without them: the write is lost",
    help: "write `sync_mode: quorum`, or lower `nodes` to {most}",
  },
  "stale-reads": {
    severity: "error",
    message:
      "`reads: {reads}` answers from a copy that may be behind, and `consistency_level: linearizable` excludes that",
    help: "write `reads: read_index`",
  },
  "lease-too-long": {
    severity: "error",
    message:
      "a lease of {lease} and a clock drift of {drift} reach the election timeout of {election}: an old leader may answer while a new one takes writes",
    help: {
      either: "lower `lease_duration` below {longest}, or raise `election_timeout` above {needed}",
      raise: "raise `election_timeout` above {needed}",
    },
  },
  "lag-in-partition": {
    severity: "warning",
    message:
      "nodes that are cut off fall behind without limit: `max_replication_lag` {lag} cannot hold in the scenario `network_partition`",
    help: "remove `network_partition` from the scenarios, or remove `max_replication_lag`",
  },
  "lag-below-delay": {
    severity: "error",
    message: "a message may take {delay}, so no copy can always be nearer than that: `max_replication_lag` is {lag}",
    help: 'raise `max_replication_lag` to "{longer}", or lower `max_network_delay` to "{shorter}"',
  },
  "votes-not-kept": {
    severity: "warning",
    message:
      "what a node of `type: {type}` has voted for is lost with its container: started again it may vote twice, and two leaders are chosen",
    help: 'add `volumes: ["{volume}:/data"]`',
  },
  "weaker-mode": {
    severity: "warning",
    message: "`{mode}` is `{consistency}`, and `verify_consistency {name}` asks for `{property}` in every mode",
    help: "write `consistency: {level}`, or remove `{property}` from the properties",
  },
  "hollow-acks": {
    severity: "warning",
    message:
      '`acks: "all"` waits for the copies that are in sync, and one is enough: of {copies} copies only the leader\'s may have an acknowledged message',
    help: {
      least: "write `min_insync_replicas: 2`",
      copies: "raise `replication_factor` to 3 and write `min_insync_replicas: 2`",
    },
  },
  "insync-all-copies": {
    severity: "warning",
    message:
      "each of the {copies} copies must have a message before it is acknowledged: while one broker is down, nothing can be sent",
    help: {
      either: "lower `min_insync_replicas` to {fewer}, or raise `replication_factor` to {more}",
      raise: "raise `replication_factor` to {more}",
    },
  },
  "insync-above-copies": {
    severity: "error",
    message:
      "{least} copies must have a message before it is acknowledged, and there are {copies}: nothing can be sent",
    help: "raise `replication_factor` to {least} or more, or lower `min_insync_replicas` to {copies} or less",
  },
  "unclean-election": {
    severity: "warning",
    message:
      '`unclean_leader_election` lets a copy take over that misses messages, and `acks: "all"` has promised that they are kept',
    help: "set `unclean_leader_election: false`",
  },
  "redis-cluster-too-small": {
    severity: "error",
    message:
      "a Redis Cluster needs 3 masters with all their copies on nodes of their own: {needed} nodes for `factor: {factor}`, and there are {nodes}",
    help: {
      either: "add nodes until there are {needed}, or lower `factor` to {fits}",
      nodes: "add nodes until there are {needed}",
    },
  },
  "lock-lost-in-failover": {
    severity: "note",
    message: "`{provider}` copies a lock after it was given: a failover may forget it, and a second holder gets it",
    help: "set `fencing: true` if what is locked can refuse an old holder, or choose `etcd`, `consul` or `zookeeper`",
  },
  "compensation-of-nobody": {
    severity: "error",
    message: "`{name}` has a compensation, but takes no part in the transaction",
    help: "add `{name}` to `participants`, or remove its compensation",
  },
  "compensation-missing": {
    severity: "error",
    message: "nothing undoes the step of `{name}`",
    help: "add `{name}` to `compensation`, or say with `pivot` after whose step nothing is undone any more",
  },
  "compensation-overtakes": {
    severity: "note",
    message: "a step that timed out may be done after its compensation: then it is never undone",
    help: "set `tombstones: true` when every participant refuses a step that it has undone",
  },
  "saga-stuck": {
    severity: "note",
    message: "a compensation that fails in all of its attempts ({attempts}) leaves the transaction half undone",
    help: "write `compensation_retry: until_done`",
  },
  "dead-letters-reorder": {
    severity: "warning",
    message:
      "after {retries} retries a message is set aside and those behind it are handled: the messages of its key are no longer in order",
    help: "remove `dead_letter_queue`, or set `ordered: false` if messages of one key may overtake each other",
  },
  "stale-fallback": {
    severity: "warning",
    message: "a cached answer may be {ttl} old, `max_staleness` is {most}",
    help: { shorter: 'lower `cache_ttl` to "{shorter}"', none: "choose another `strategy`: no cached answer is fresh" },
  },
  "semi-sync-gives-up": {
    severity: "error",
    message:
      "`sync_mode: {mode}` with `on_missing_copy: acknowledge` acknowledges writes that no copy has: a failover loses them",
    help: "write `on_missing_copy: wait`",
  },
  "implied-property": {
    severity: "note",
    message: "`eventual_consistency` follows from `{stronger}`",
    help: "remove `eventual_consistency`",
  },
  "incompatible-pair": {
    severity: "error",
    message: "Axon cannot rebuild aggregates from Kafka, which keeps no events of one aggregate together",
    help: "choose `event_store: axon_server` or `event_store: jpa`, and let a `message_queue` distribute the events",
  },
});
