import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { exact, shownNumber } from "../exact.ts";
import { rule } from "../rule.ts";

/** A few heartbeats may be lost before a leader is given up: E >= 5 · H, as etcd insists. */
export const electionBelowHeartbeats = rule("election-below-heartbeats", "consistency", (block) => {
  const { electionTimeout: election, heartbeatInterval: heartbeat } = block;
  if (election === undefined || heartbeat === undefined || election >= 5 * heartbeat) return;
  const shorter = Math.floor(election / 5000) * 1000;
  const params = {
    election: printDuration(election),
    heartbeat: printDuration(heartbeat),
    beats: shownNumber(exact(election).div(heartbeat)),
    longer: sourceDuration(5 * heartbeat),
    shorter: sourceDuration(shorter),
  };
  return dataProblems
    .electionBelowHeartbeats(params)
    .at(spanOf(block, "electionTimeout"), { help: shorter > 0 ? "either" : "raise" });
});
