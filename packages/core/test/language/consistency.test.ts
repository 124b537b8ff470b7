import { expect, test } from "vitest";
import { readOne } from "../read/reading.ts";
import { originsOf } from "../../src/2-normalize/origin.ts";
import { found } from "./finding.ts";

const consistency = (body: string): string => `consistency A { type: raft nodes: 5 ${body} }`;

test("[51] raft copies to every voter and commits on a majority: another factor or mode is told", () => {
  expect(found(consistency("data_replication: { factor: 3 }"))).toEqual(["warning factor-ignored: 3"]);
  expect(found(consistency('data_replication: { sync_mode: "semi_sync" }'))).toEqual([
    'warning sync-mode-ignored: "semi_sync"',
  ]);
  expect(found(consistency("data_replication: { factor: 5 sync_mode: quorum }"))).toEqual([]);
});

test("[52-53] an election waits for at least five heartbeats", () => {
  expect(found(consistency('election_timeout: "1s" heartbeat_interval: "100ms"'))).toEqual([]);
  expect(
    found(consistency('election_timeout: "400ms" heartbeat_interval: "100ms"')).map((one) => one.split(":")[0]),
  ).toContain("error election-below-heartbeats");
});

test("[54] a snapshot comes after so many entries, or after so long", () => {
  expect(readOne("consistency", 'type: raft snapshot_interval: "1000"').snapshotInterval).toEqual({ entries: 1000 });
  expect(readOne("consistency", 'type: raft snapshot_interval: "30m"').snapshotInterval).toEqual({
    every: 1_800_000_000,
  });
});

test("[57] `keep_last_<n>` keeps revisions, `keep_<duration>` a time, anything else is refused", () => {
  const kept = (text: string): unknown =>
    readOne("consistency", `type: raft log_compaction: { retention_policy: "${text}" }`).logCompaction?.retentionPolicy;
  expect([kept("keep_last_1000"), kept("keep_8h")]).toEqual([{ revisions: 1000 }, { period: 28_800_000_000 }]);
  expect(
    found(consistency('log_compaction: { retention_policy: "keep_some" }')).map((one) => one.split(":")[0]),
  ).toEqual(["error malformed-text"]);
});

test("[60-61] what a partition may do is an assertion: rules read it, no target has to express it", () => {
  const { networkPartition } = readOne(
    "consistency",
    'type: raft nodes: 5 network_partition: { tolerance: "minority" auto_recovery: true }',
  );
  expect(networkPartition).toEqual({ tolerance: "minority", autoRecovery: true });
  const { tolerance, autoRecovery } = originsOf(networkPartition ?? {}) ?? {};
  expect([tolerance, autoRecovery]).toMatchObject([{ fact: true }, { fact: true }]);
});

test.each([
  ["strong", "linearizable"],
  ["sequential", "sequential"],
  ["bounded_staleness", "bounded"],
  ["eventual", "eventual"],
  ["weak", "weak"],
])("[66] the level %s is %s, in a mode too", (written, level) => {
  expect(
    readOne("consistency", `type: raft data_replication: { consistency_level: ${written} }`).dataReplication
      ?.consistencyLevel,
  ).toBe(level);
  expect(readOne("dynamic_consistency", `normal_mode: ${written}`).normalMode?.consistency).toBe(level);
});

test("[151] Paxos is checked and verified, and no engine is configured by it: that is told", () => {
  expect(found("consistency OrderDB { type: paxos nodes: 3 }")).toEqual(["note protocol-only-verified: paxos"]);
});
