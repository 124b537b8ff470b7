import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, shownNumber } from "../exact.ts";
import { rule } from "../rule.ts";

/** How many times as long as good calls those that hang may take before it is worth a word. */
const most = 10;

/**
 * An attempt should not hold its place much longer than a good call: T <= 10 · p99, for with the same places T / p99
 * times fewer calls that hang are let through.
 * T17 of docs/rules.md.
 */
export const timeoutFarAboveLatency = rule("timeout-far-above-latency", "fault_tolerance", (block, component) => {
  const { timeout, latency } = block;
  const limit = timeout?.perAttempt ?? timeout?.total;
  if (!timeout || limit === undefined) return;
  const has = timeout.perAttempt === undefined ? "total" : "perAttempt";
  const p99 = latency?.p99;
  if (p99 === undefined || p99 === 0) {
    if (!isDescribed(block, component)) return;
    const least = Math.ceil(limit / most / 1000) * 1000;
    const fact = `\`latency: { p99: "${sourceDuration(least)}" }\``;
    const condition = `\`latency.p99\` >= ${printDuration(least)}`;
    return conditional("timeout-far-above-latency", condition, fact, spanOf(timeout, has));
  }
  if (limit <= most * p99) return;
  const params = {
    ...{ limit: printDuration(limit), p99: printDuration(p99), times: shownNumber(exact(limit).div(p99)) },
    ...{ total: sourceDuration(timeout.total ?? limit), fits: sourceDuration(most * p99) },
  };
  return timeProblems.timeoutFarAboveLatency(params).at(spanOf(timeout, has), { help: has });
});
