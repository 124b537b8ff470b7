import { breakerProblems } from "../../diagnostics/catalogue/rules-breaker.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, shownNumber } from "../exact.ts";
import { rule } from "../rule.ts";

/**
 * An open breaker should not keep callers out for longer than the outage that opened it: reset_timeout <= outage, for
 * without a probe nobody sees that the callee is back.
 * B09 of docs/rules.md.
 */
export const resetOutlastsOutage = rule("reset-outlasts-outage", "fault_tolerance", (block, component) => {
  const { circuitBreaker, outage } = block;
  // One that is closed by hand is waited for by nobody.
  if (!circuitBreaker?.halfOpenState.enabled) return;
  const { resetTimeout } = circuitBreaker;
  const span = spanOf(circuitBreaker, "resetTimeout");
  if (outage === undefined || outage === 0) {
    if (!isDescribed(block, component)) return;
    const fact = `\`outage: "${sourceDuration(resetTimeout)}"\``;
    return conditional("reset-outlasts-outage", `\`outage\` >= ${printDuration(resetTimeout)}`, fact, span);
  }
  if (resetTimeout <= outage) return;
  const params = { reset: printDuration(resetTimeout), outage: printDuration(outage), fits: sourceDuration(outage) };
  return breakerProblems
    .resetOutlastsOutage({ ...params, times: shownNumber(exact(resetTimeout).div(outage)) })
    .at(span);
});
