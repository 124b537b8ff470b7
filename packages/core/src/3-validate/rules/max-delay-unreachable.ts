import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses } from "../../2-normalize/policy.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A written `max_delay` should limit something: initial · m^(N-2) >= max_delay. */
export const maxDelayUnreachable = rule("max-delay-unreachable", "fault_tolerance", ({ retry }) => {
  if (!retry || !written(retry, "maxDelay") || retry.maxAttempts < 2) return;
  const waits = pauses(retry);
  const longest = Math.max(...waits);
  if (longest >= retry.maxDelay) return;
  return ruleProblems
    .maxDelayUnreachable({ pauses: waits.slice(0, 5).map(printDuration), maxDelay: printDuration(retry.maxDelay) })
    .at(spanOf(retry, "maxDelay"));
});
