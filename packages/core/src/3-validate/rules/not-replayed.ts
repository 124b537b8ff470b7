import { ruleProblems } from "../../diagnostics/catalogue/rules.ts";
import { edgesTo } from "../../2-normalize/model.ts";
import { spanOf } from "../../2-normalize/origin.ts";
import { rule } from "../rule.ts";

/** Nothing was served where the connection failed or the server refused; whatever else is retried may have been. */
const notServed: readonly string[] = ["connect_failure", "429"];

/**
 * Work that may have been done is not done again: where the owner of retries sees no method and `idempotent` is false,
 * only what cannot have reached the callee is retried.
 */
export const notReplayed = rule("not-replayed", "fault_tolerance", ({ retry, idempotent }, component, model) => {
  if (!retry || retry.maxAttempts < 2 || idempotent) return;
  const lost = retry.on.filter((outcome) => !notServed.includes(outcome));
  const owners = edgesTo(model, component.name).flatMap((edge) => edge.owners.retry ?? []);
  const blind = owners.find(({ layer }) => layer === "in_process" || layer === "rpc");
  if (lost.length === 0 || !blind) return;
  return ruleProblems
    .notReplayed({ target: blind.target, outcomes: lost.map((one) => `\`${one}\``) })
    .at(spanOf(retry, "on"));
});
