import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauseAfter, pauses, type RetryPolicy } from "../../2-normalize/policy.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A written `max_delay` should limit something: the longest pause reaches it. T06 of docs/rules.md. */
export const maxDelayUnreachable = rule("max-delay-unreachable", "fault_tolerance", ({ retry }) => {
  if (!retry || !written(retry, "maxDelay") || retry.maxAttempts < 2) return;
  const waits = pauses(retry);
  if (Math.max(...waits) >= retry.maxDelay) return;
  const enough = attemptsToReach(retry);
  const help = enough === undefined ? {} : { help: rulePhrases.removeOrRaise({ enough }) };
  return ruleProblems
    .maxDelayUnreachable({ pauses: waits.slice(0, 5).map(printDuration), maxDelay: printDuration(retry.maxDelay) })
    .at(spanOf(retry, "maxDelay"), help);
});

/** The fewest attempts whose last pause is `max_delay`; none where pauses do not grow, or not before attempt 1000. */
function attemptsToReach(retry: RetryPolicy): number | undefined {
  if (pauseAfter(retry, 2) <= pauseAfter(retry, 1)) return undefined;
  for (let attempts = retry.maxAttempts + 1; attempts <= 1000; attempts++) {
    if (pauseAfter(retry, attempts - 1) >= retry.maxDelay) return attempts;
  }
  return undefined;
}
