import { loadProblems } from "../../diagnostics/catalogue/rules-load.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { conditional } from "../conditional.ts";
import { isDescribed } from "../described.ts";
import { exact, rateOf, shownNumber, shownRate } from "../exact.ts";
import { freeAttempts, isSheltered } from "../shedding.ts";
import { rule } from "../rule.ts";

/**
 * An overload must end when its cause does: λ · N <= μ, λ the `load`, N the attempts, μ the `capacity`,
 * unless a breaker, a bulkhead, a budget or a limit holds retries back.
 */
export const retryStorm = rule("retry-storm", "fault_tolerance", (block, component, model) => {
  const { retry, load, capacity } = block;
  const attempts = freeAttempts(block);
  if (!retry || attempts < 2 || isSheltered(component, model)) return;
  const span = keySpanOf(block, "retry");
  if (!load || !capacity) {
    if (!isDescribed(block, component)) return;
    const most = capacity && shownRate(rateOf(capacity).div(attempts));
    const least = load && shownRate(rateOf(load).mul(attempts));
    const [law, input] =
      most !== undefined
        ? [`\`load\` <= ${most}`, "`load`"]
        : least !== undefined
          ? [`\`capacity\` >= ${least}`, `\`capacity: "${least}"\``]
          : [`${attempts} × \`load\` <= \`capacity\``, "`load`, `capacity`"];
    return conditional("retry-storm", law, input, span);
  }
  const used = rateOf(load).div(rateOf(capacity));
  if (used.mul(attempts).lte(1)) return;
  const fits = Number(exact(1).div(used).floor());
  const params = {
    load: shownRate(rateOf(load)),
    all: shownRate(rateOf(load).mul(attempts)),
    capacity: shownRate(rateOf(capacity)),
    share: `${shownNumber(used.mul(100))} %`,
    attempts,
    fits: Math.max(1, fits),
  };
  return loadProblems.retryStorm(params).at(span);
});
