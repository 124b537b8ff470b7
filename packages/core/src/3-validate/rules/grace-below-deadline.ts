import { timeProblems } from "../../diagnostics/catalogue/rules-time.ts";
import { spanOf, written } from "../../2-normalize/origin.ts";
import { printDuration, sourceDuration } from "../../2-normalize/units/duration.ts";
import { worstCaseOf } from "../../2-normalize/worst-case.ts";
import { rule } from "../rule.ts";

/** A pod that is stopped should be given the time that its calls may take: grace >= W. T11 of docs/rules.md. */
export const graceBelowDeadline = rule("grace-below-deadline", "deploy_kubernetes", (block, { policy }) => {
  const grace = block.terminationGracePeriod;
  const worst = worstCaseOf(policy);
  if (worst === undefined || grace >= worst) return;
  // Kubernetes counts whole seconds.
  const enough = sourceDuration(Math.ceil(worst / 1_000_000) * 1_000_000);
  return timeProblems
    .graceBelowDeadline({ grace: printDuration(grace), worst: printDuration(worst), enough })
    .at(spanOf(block, "terminationGracePeriod"), { help: written(block, "terminationGracePeriod") ? "raise" : "add" });
});
