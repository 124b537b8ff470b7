import { moved, type RuleCase } from "../rule-case.ts";

const keep = (fields: string): string => `consistency Db { type: raft, nodes: 3, ${fields} }`;
const verify = (constraints: string): string => `verify_consistency Db { constraints: { ${constraints} } }`;

export const electionCases: readonly RuleCase[] = [
  {
    // What etcd refuses: "should be at least as 5 times".
    rule: "election-below-heartbeats",
    broken: keep('election_timeout: "400ms", heartbeat_interval: "100ms"'),
    at: '"400ms"',
    says: "a leader is given up after 400 ms, which is 4 heartbeats of 100 ms: 5 are needed, or a single lost message starts an election",
    kept: [
      keep('election_timeout: "500ms", heartbeat_interval: "100ms"'),
      keep('election_timeout: "400ms"'),
      keep('heartbeat_interval: "100ms"'),
    ],
    repairs: [
      {
        help: /raise `election_timeout` to "(\w+)"/,
        replace: '"400ms"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
      {
        help: /lower `heartbeat_interval` to "(\w+)"/,
        replace: '"100ms"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", 1000),
      },
    ],
  },
  {
    rule: "election-below-heartbeats",
    broken: keep('election_timeout: "3ms", heartbeat_interval: "2ms"'),
    at: '"3ms"',
    says: "a leader is given up after 3 ms, which is 1.5 heartbeats of 2 ms: 5 are needed, or a single lost message starts an election",
    kept: [keep('election_timeout: "10ms", heartbeat_interval: "2ms"')],
    repairs: [{ help: /^raise `election_timeout` to "(\w+)"$/, replace: '"3ms"', by: (time) => `"${time}"` }],
  },
  {
    // The draft's numbers.
    rule: "election-below-delay",
    broken: `${keep('election_timeout: "1s"')} ${verify('max_network_delay: "100ms"')}`,
    at: '"1s"',
    says: "a message and its answer may take 200 ms, and a leader is given up after 1 s: below 10 round trips a slow network starts elections",
    kept: [
      `${keep('election_timeout: "2s"')} ${verify('max_network_delay: "100ms"')}`,
      verify('max_network_delay: "1s"'),
    ],
    undecided: {
      model: keep('election_timeout: "1s"'),
      says: "`election-below-delay` was not decided: it holds if `max_network_delay` <= 50 ms",
    },
    repairs: [
      {
        help: /raise `election_timeout` to "(\w+)"/,
        replace: '"1s"',
        by: (time) => `"${time}"`,
        short: (time) => moved(time ?? "", -1000),
      },
    ],
  },
  {
    rule: "lease-too-long",
    broken: keep('reads: lease, lease_duration: "900ms", clock_drift: "100ms", election_timeout: "1s"'),
    at: '"900ms"',
    says: "a lease of 900 ms and a clock drift of 100 ms reach the election timeout of 1 s: an old leader may answer while a new one takes writes",
    kept: [
      keep('reads: lease, lease_duration: "899ms", clock_drift: "100ms", election_timeout: "1s"'),
      keep('reads: read_index, lease_duration: "900ms", clock_drift: "100ms", election_timeout: "1s"'),
    ],
    undecided: {
      model: keep('reads: lease, lease_duration: "900ms", election_timeout: "1s"'),
      says: "`lease-too-long` was not decided: it holds if `clock_drift` < 100 ms",
    },
    repairs: [
      {
        help: /lower `lease_duration` below ([^,]+),/,
        replace: '"900ms"',
        by: (time) => moved(time ?? "", -1),
        short: (time) => moved(time ?? "", 0),
      },
      {
        help: /raise `election_timeout` above (.+)$/,
        replace: '"1s"',
        by: (time) => moved(time ?? "", 1),
        short: (time) => moved(time ?? "", 0),
      },
    ],
  },
  {
    // A lease as long as the election timeout is too long whatever the clocks do.
    rule: "lease-too-long",
    broken: keep('reads: lease, lease_duration: "1s", clock_drift: "2s", election_timeout: "1s"'),
    at: '"1s"',
    says: "a lease of 1 s and a clock drift of 2 s reach the election timeout of 1 s: an old leader may answer while a new one takes writes",
    kept: [keep('reads: lease, lease_duration: "1s", clock_drift: "0s", election_timeout: "2s"')],
    undecided: {
      model: keep("reads: lease"),
      says: "`lease-too-long` was not decided: it holds if `lease_duration` + `clock_drift` < `election_timeout`",
    },
    repairs: [
      {
        help: /^raise `election_timeout` above (.+)$/,
        replace: 'election_timeout: "1s"',
        by: (time) => `election_timeout: ${moved(time ?? "", 1)}`,
        short: (time) => `election_timeout: ${moved(time ?? "", 0)}`,
      },
    ],
  },
];
