import { rulePhrases, ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { pauses, shortestPauses } from "../../2-normalize/policy.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import type { Span } from "../../source/source-file.ts";
import { firstLate, sum } from "../attempts.ts";
import { rule } from "../rule.ts";

/**
 * Retries need a limit of each attempt: without one, an attempt that hangs lasts until the total deadline.
 * The repair is per_attempt = (total - Σ pauses) / N, down to whole milliseconds.
 * T02 of docs/rules.md.
 */
export const hangEatsAttempts = rule("hang-eats-attempts", "fault_tolerance", (block) => {
  const { retry, timeout } = block;
  if (!retry || retry.maxAttempts < 2 || timeout?.total === undefined || timeout.perAttempt !== undefined) return;
  // What is not tried again after a time-out would not be with a shorter one.
  if (!retry.on.includes("timeout")) return;
  if (firstLate(shortestPauses(retry), 0, timeout.total)) return;
  const waits = sum(pauses(retry));
  const fits = Math.floor((timeout.total - waits) / retry.maxAttempts / 1000);
  const others = retry.maxAttempts - 1;
  const params = { total: printDuration(timeout.total), others, attempts: retry.maxAttempts, fits: `${fits}ms` };
  const short = rulePhrases.raiseAbovePauses({ pauses: printDuration(waits) });
  if (fits < 1) return ruleProblems.hangEatsAttempts(params).at(spanOf(timeout, "total"), { help: short });
  const span = spanOf(timeout, "total");
  // A plain duration stands for the whole group, which has to be written out first.
  const isPlain = span !== undefined && span.start === spanOf(block, "timeout")?.start;
  const group = `timeout: { total: "${sourceDuration(timeout.total)}", per_attempt: "${fits}ms" }`;
  const help = isPlain ? { help: rulePhrases.writeGroup({ group, attempts: retry.maxAttempts }) } : {};
  const edit =
    span &&
    (isPlain
      ? { span, text: group.slice("timeout: ".length) }
      : { span: after(span), text: `, per_attempt: "${fits}ms"` });
  const fixes = edit ? { fixes: [{ title: rulePhrases.limitEach({ fits }), edits: [edit] }] } : {};
  return ruleProblems.hangEatsAttempts(params).at(span, { ...help, ...fixes });
});

function after({ file, end }: Span): Span {
  return { file, start: end, end };
}
