import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { keySpanOf, spanOf } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { conditional } from "../conditional.ts";
import { exact, rateOf, shownNumber, shownRate } from "../exact.ts";
import { instancesOf } from "../instances.ts";
import { rule } from "../rule.ts";

/**
 * A breaker should see enough calls to judge by: λ / n · W >= N, λ the `load`, n the processes over which it is spread,
 * W the window, N the minimum.
 * B01 of docs/rules.md.
 */
export const breakerBlind = rule("breaker-blind", "fault_tolerance", ({ circuitBreaker, load }, component) => {
  const { breaker } = component.policy;
  if (!circuitBreaker || breaker?.window.kind !== "time" || breaker.trip.kind === "consecutive") return;
  const { minimum } = breaker.trip;
  const { length } = breaker.window;
  const instances = Math.max(1, instancesOf(component) ?? 1);
  const needed = exact(minimum).mul(instances).div(length);
  if (!load) {
    const least = shownRate(needed);
    return conditional("breaker-blind", `\`load\` >= ${least}`, `\`load: "${least}"\``, keySpanOf(circuitBreaker));
  }
  const seen = rateOf(load).div(instances).mul(length);
  if (seen.gte(minimum)) return;
  const fits = Number(seen.floor());
  const wide = Math.ceil(Number(exact(minimum).div(rateOf(load)).mul(instances).div(1000).ceil())) * 1000;
  return ruleProblems
    .breakerBlind({
      ...{ minimum, fits, expected: shownNumber(seen), load: shownRate(rateOf(load)) },
      ...{ window: printDuration(length), wide: sourceDuration(wide) },
    })
    .at(spanOf(circuitBreaker, "slidingWindow"), { help: fits >= 1 ? "window" : "only" });
});
