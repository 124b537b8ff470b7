import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { rule } from "../rule.ts";

/** A lease must end before anyone else can lead, whatever the clocks do: lease + drift < E. */
export const leaseTooLong = rule("lease-too-long", "consistency", (block) => {
  const { reads, leaseDuration: lease, clockDrift: drift, electionTimeout: election } = block;
  if (reads !== "lease") return;
  const span = spanOf(block, lease === undefined ? "reads" : "leaseDuration");
  if (lease === undefined || election === undefined) {
    const missing = [
      ...(lease === undefined ? ["`lease_duration`"] : []),
      ...(drift === undefined ? ["`clock_drift`"] : []),
      ...(election === undefined ? ["`election_timeout`"] : []),
    ];
    const law = "`lease_duration` + `clock_drift` < `election_timeout`";
    return conditional("lease-too-long", law, missing.join(", "), span);
  }
  if (drift === undefined && lease < election) {
    const input = `\`clock_drift: "${sourceDuration(election - lease - 1)}"\``;
    return conditional("lease-too-long", `\`clock_drift\` < ${printDuration(election - lease)}`, input, span);
  }
  const drifted = drift ?? 0;
  if (lease + drifted < election) return;
  const params = {
    lease: printDuration(lease),
    drift: printDuration(drifted),
    election: printDuration(election),
    longest: printDuration(election - drifted),
    needed: printDuration(lease + drifted),
  };
  return dataProblems.leaseTooLong(params).at(span, { help: election > drifted ? "either" : "raise" });
});
