import { dataProblems } from "../../diagnostics/catalogue/rules-data.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A copy cannot be nearer than a message: `max_replication_lag` >= `max_network_delay`. */
export const lagBelowDelay = rule("lag-below-delay", "verify_consistency", ({ constraints }) => {
  const { maxReplicationLag: lag, maxNetworkDelay: delay } = constraints ?? {};
  if (!constraints || lag === undefined || delay === undefined || lag >= delay) return;
  const params = { lag: printDuration(lag), delay: printDuration(delay) };
  const repairs = { longer: sourceDuration(delay), shorter: sourceDuration(lag) };
  return dataProblems.lagBelowDelay({ ...params, ...repairs }).at(spanOf(constraints, "maxReplicationLag"));
});
