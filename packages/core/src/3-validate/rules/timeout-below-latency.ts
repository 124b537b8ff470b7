import { timePhrases, timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { rule } from "../rule.ts";

/** A deadline should not cut off what is well: T >= p99, or more than one good call of 100 fails. T17 of docs/rules.md. */
export const timeoutBelowLatency = rule("timeout-below-latency", "fault_tolerance", (block, component) => {
  const { timeout, latency } = block;
  const limit = timeout?.perAttempt ?? timeout?.total;
  if (!timeout || limit === undefined) return;
  const [field, name] =
    timeout.perAttempt === undefined ? (["total", "total"] as const) : (["perAttempt", "per_attempt"] as const);
  if (latency?.p99 === undefined) {
    if (!isDescribed(block, component)) return;
    const fact = `\`latency: { p99: "${sourceDuration(limit)}" }\``;
    const condition = `\`latency.p99\` <= ${printDuration(limit)}`;
    return conditional("timeout-below-latency", condition, fact, spanOf(timeout, field));
  }
  if (limit >= latency.p99) return;
  const related = [{ message: timePhrases.usualLatency(), span: spanOf(latency, "p99") }];
  return timeProblems
    .timeoutBelowLatency({
      ...{ limit: printDuration(limit), p99: printDuration(latency.p99), name },
      enough: sourceDuration(latency.p99),
    })
    .at(spanOf(timeout, field), { related });
});
