import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { printDuration } from "../../2-normalize/units/duration.ts";
import { rule } from "../rule.ts";

/** A plain number as `retry` is all attempts, the first included: where that is written, its meaning is shown. */
export const retryShorthand = rule("retry-shorthand", "fault_tolerance", (block) => {
  const { retry } = block;
  if (!retry || retry.maxAttempts < 2 || !written(retry, "maxAttempts")) return;
  const whole = spanOf(block, "retry");
  const part = spanOf(retry, "maxAttempts");
  if (!whole || whole.start !== part?.start || whole.end !== part.end) return;
  const { maxAttempts: attempts, backoff, initialDelay, maxDelay } = retry;
  const params = { attempts, backoff, first: printDuration(initialDelay), longest: printDuration(maxDelay) };
  return kindProblems.retryShorthand(params).at(part);
});
