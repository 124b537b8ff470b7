import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { levelsOf, usualOrder } from "../../2-normalize/levels.ts";
import { keySpanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/**
 * Levels that wrap in another order than Fallback(TotalTimeout(Bulkhead(Retry(CircuitBreaker(call))))) mean something else,
 * and that is said: a breaker around the retries sees one failure for all attempts of a call.
 */
export const levelOrder = rule("level-order", "multi_level_fault_tolerance", (block, component) => {
  const written = levelsOf(component)
    .map((one) => one.said.pattern)
    .toReversed();
  const usual = usualOrder.filter((one) => written.includes(one));
  if (written.length !== usual.length || written.every((one, place) => one === usual[place])) return;
  const params = { written: written.map((one) => `\`${one}\``), usual: usual.map((one) => `\`${one}\``) };
  return kindProblems.levelOrder(params).at(keySpanOf(block));
});
