import type { RuleCase } from "../rule-case.ts";

const keep = (fields: string): string => `consistency Db { ${fields} }`;
const one = (count: string | undefined, by: number): string => String(Number(count) + by);

export const quorumCases: readonly RuleCase[] = [
  {
    rule: "stale-quorum-read",
    broken: keep("type: quorum, nodes: 5, read_quorum: 2, write_quorum: 3"),
    at: "2",
    says: "a read asks 2 of 5 nodes and a write reaches 3: a read may miss the last write, because 2 + 3 is not more than 5",
    kept: [
      keep("type: quorum, nodes: 5, read_quorum: 3, write_quorum: 3"),
      keep("type: quorum, nodes: 5"),
      keep(
        "type: quorum, nodes: 5, read_quorum: 1, write_quorum: 1, data_replication: { consistency_level: eventual }",
      ),
      keep("type: raft, nodes: 5, read_quorum: 1"),
    ],
    repairs: [
      {
        help: /raise `read_quorum` to (\d+)/,
        replace: "read_quorum: 2",
        by: (count) => `read_quorum: ${count}`,
        short: (count) => `read_quorum:  ${one(count, -1)}`,
      },
      {
        help: /`write_quorum` to (\d+)/,
        replace: "write_quorum: 3",
        by: (count) => `write_quorum: ${count}`,
      },
      { help: /write `(data_replication: {.*})`/, replace: "nodes:", by: (field) => `${field}, nodes:` },
    ],
  },
  {
    // A quorum that is not written is a majority: 3 of 4.
    rule: "stale-quorum-read",
    broken: keep("type: quorum, nodes: 4, read_quorum: 1"),
    at: "1",
    says: "a read asks 1 of 4 nodes and a write reaches 3: a read may miss the last write, because 1 + 3 is not more than 4",
    kept: [keep("type: quorum, nodes: 4, read_quorum: 2")],
    repairs: [{ help: /raise `read_quorum` to (\d+)/, replace: "1", by: (count = "") => count }],
  },
  {
    rule: "quorums-disjoint",
    broken: keep("type: paxos, nodes: 4, write_quorum: 2"),
    at: "2",
    says: "two writes may each reach 2 of 4 nodes and have none in common: both are acknowledged, and one of them is lost",
    kept: [
      keep("type: paxos, nodes: 4, write_quorum: 3"),
      keep("type: paxos, nodes: 3, write_quorum: 2"),
      keep("type: quorum, nodes: 4, write_quorum: 2, data_replication: { consistency_level: weak }"),
    ],
    repairs: [
      {
        help: /raise `write_quorum` to (\d+)/,
        replace: "2",
        by: (count = "") => count,
        short: (count) => `${one(count, -1)} `,
      },
    ],
  },
  {
    rule: "quorum-above-nodes",
    broken: keep("type: quorum, nodes: 3, write_quorum: 4"),
    at: "4",
    says: "`write_quorum` is 4, but there are only 3 nodes: it can never be reached",
    kept: [keep("type: quorum, nodes: 3, write_quorum: 3"), keep("type: quorum, write_quorum: 4")],
    repairs: [
      { help: /lower `write_quorum` to (\d+)/, replace: "4", by: (count = "") => count },
      { help: /raise `nodes` to (\d+)/, replace: "3", by: (count = "") => count },
    ],
  },
  {
    rule: "even-nodes",
    broken: keep("type: raft, nodes: 4"),
    at: "4",
    says: "4 nodes survive the failure of 1, and 3 nodes do the same",
    kept: [keep("type: raft, nodes: 3"), keep("type: raft, nodes: 5"), keep("type: gossip, nodes: 4")],
    repairs: [
      { help: /lower `nodes` to (\d+)/, replace: "4", by: (count = "") => count },
      { help: /raise it to (\d+)/, replace: "4", by: (count = "") => count },
    ],
  },
  {
    rule: "quorum-size",
    broken: `${keep("type: raft, nodes: 5")} verify_consistency Db { constraints: { min_quorum_size: 4 } }`,
    at: "4",
    says: "`min_quorum_size` is 4, but of 5 nodes 3 decide",
    kept: [
      `${keep("type: raft, nodes: 5")} verify_consistency Db { constraints: { min_quorum_size: 3 } }`,
      `${keep("type: quorum, nodes: 5, write_quorum: 4")} verify_consistency Db { constraints: { min_quorum_size: 4 } }`,
      `${keep("type: gossip, nodes: 5")} verify_consistency Db { constraints: { min_quorum_size: 1 } }`,
    ],
    repairs: [{ help: /write `(min_quorum_size: \d+)`/, replace: "min_quorum_size: 4", by: (field = "") => field }],
  },
  {
    rule: "minority-of-none",
    broken: keep("type: raft, nodes: 2, network_partition: { tolerance: minority }"),
    at: "minority",
    says: "of 2 nodes no minority can be cut off: each of them is needed for a majority",
    kept: [
      keep("type: raft, nodes: 3, network_partition: { tolerance: minority }"),
      keep("type: raft, nodes: 2, network_partition: { auto_recovery: true }"),
    ],
    repairs: [
      {
        help: /raise `nodes` to (\d+)/,
        replace: "2",
        by: (count = "") => count,
        short: (count) => `${one(count, -1)} `,
      },
      { help: /write `(tolerance: none)`/, replace: "tolerance: minority", by: (field = "") => field },
    ],
  },
  {
    rule: "split-brain",
    broken: keep("type: raft, nodes: 3, network_partition: { tolerance: any }"),
    at: "any",
    says: "`tolerance: any` lets parts go on that cannot reach each other, and `type: raft` excludes that",
    kept: [
      keep("type: raft, nodes: 3, network_partition: { tolerance: none }"),
      keep("type: gossip, nodes: 3, network_partition: { tolerance: any }"),
    ],
    repairs: [{ help: /write `(tolerance: minority)`/, replace: "tolerance: any", by: (field = "") => field }],
  },
  {
    rule: "split-brain",
    broken: keep(
      'type: gossip, network_partition: { tolerance: "any" }, data_replication: { consistency_level: "strong" }',
    ),
    at: '"any"',
    says: "`tolerance: any` lets parts go on that cannot reach each other, and `consistency_level: linearizable` excludes that",
    kept: [
      keep("type: gossip, network_partition: { tolerance: any }, data_replication: { consistency_level: eventual }"),
    ],
    repairs: [{ help: /write `(tolerance: minority)`/, replace: 'tolerance: "any"', by: (field = "") => field }],
  },
];
