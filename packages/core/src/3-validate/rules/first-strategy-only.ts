import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Of several strategies an engine that reads its configuration once keeps the first. */
export const firstStrategyOnly = rule("first-strategy-only", "adaptive_load_balancer", ({ strategies }) => {
  const [strategy, ...others] = strategies;
  if (strategy === undefined || others.every((one) => one === strategy)) return;
  return kindProblems.firstStrategyOnly({ strategy }).at(spanOf(strategies, "0"));
});
