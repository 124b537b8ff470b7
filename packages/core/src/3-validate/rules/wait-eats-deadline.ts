import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** Waiting for a turn should leave most of the deadline to the call: w < T / 2. */
export const waitEatsDeadline = rule("wait-eats-deadline", "fault_tolerance", ({ bulkhead }, { policy }) => {
  const wait = bulkhead?.maxWaitDuration;
  const { total } = policy.timeout;
  if (!bulkhead || wait === undefined || total === undefined || 2 * wait < total || wait >= total) return;
  const params = { wait: printDuration(wait), total: printDuration(total), left: printDuration(total - wait) };
  return loadProblems
    .waitEatsDeadline({ ...params, half: printDuration(total / 2) })
    .at(spanOf(bulkhead, "maxWaitDuration"));
});
