import { kindProblems } from "../../diagnostics/catalogue/kinds.ts";
import { levelsOf } from "../../2-normalize/levels.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** What acts on failures stands inside the fallback: outside of it there are none (resilience4j #558). */
export const fallbackHidesFailure = rule("fallback-hides-failure", "multi_level_fault_tolerance", (_, component) => {
  const all = levelsOf(component);
  const place = all.findIndex((one) => one.said.pattern === "fallback");
  const fallback = all[place];
  const outer = all
    .slice(place + 1)
    .find(({ said: { pattern } }) => pattern === "retry" || pattern === "circuit_breaker");
  if (!fallback || !outer) return;
  return kindProblems.fallbackHidesFailure({ outer: outer.said.pattern }).at(spanOf(fallback.said, "pattern"));
});
